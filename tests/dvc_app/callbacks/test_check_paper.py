"""A printed sheet can be checked by anybody, and tells nobody's data (C27)."""

from uuid import UUID

import pytest

from dvc_app import routes
from dvc_app.callbacks import check_paper
from dvc_app.callbacks.slowing import Slowed
from dvc_app.wording import check_paper as wording
from services.dossiers.models import Dossier, DossierStatus
from services.papers.check_keys import PaperKind, check_key, check_url, read_check_key
from services.work import Work
from tests.factories.dossiers import make_filing, make_submitted
from tests.web_client import TestClient

HERE = UUID(int=7)


@pytest.fixture
def submitted(work: Work) -> Dossier:
    sent = make_submitted(work, make_filing(work.session))
    return work.session.get_one(Dossier, sent.dossier_id)


@pytest.fixture(autouse=True)
def slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_paper, "_wrong", Slowed("3/10minutes"))


def address(key: str) -> str:
    return routes.fill(routes.CHECK_PAPER, key=key)


def test_the_key_of_a_sheet_opens_what_it_must_say(
    browser: TestClient, work: Work, submitted: Dossier
) -> None:
    key = check_key(work, PaperKind.ACKNOWLEDGEMENT, submitted.id)

    answer = browser.get(address(key))

    assert answer.status_code == 200
    assert wording.GENUINE in answer.text
    assert wording.KINDS[PaperKind.ACKNOWLEDGEMENT] in answer.text
    assert str(submitted.code) in answer.text
    assert wording.IN_FORCE in answer.text


def test_the_page_tells_initials_and_no_name(
    browser: TestClient, work: Work, submitted: Dossier
) -> None:
    key = check_key(work, PaperKind.ACKNOWLEDGEMENT, submitted.id)

    text = browser.get(address(key)).text

    last = submitted.applicant_name.split()[-1]
    assert f"{submitted.applicant_name[0]}." in text
    assert f" {last}" not in text
    assert submitted.applicant_name not in text


def test_a_withdrawn_dossier_leaves_its_sheet_without_force(
    browser: TestClient, work: Work, submitted: Dossier
) -> None:
    submitted.status = DossierStatus.WITHDRAWN
    work.session.flush()

    text = browser.get(
        address(check_key(work, PaperKind.ACKNOWLEDGEMENT, submitted.id))
    ).text

    assert wording.NOT_IN_FORCE in text


@pytest.mark.parametrize("change", ["A", "", "=", "é", "%00", "'"])
def test_a_changed_key_is_not_genuine(
    browser: TestClient, work: Work, submitted: Dossier, change: str
) -> None:
    key = check_key(work, PaperKind.ACKNOWLEDGEMENT, submitted.id)

    answer = browser.get(address(change + key[1:-2] + change))

    assert answer.status_code == 404
    assert wording.NOT_GENUINE in answer.text
    assert wording.GENUINE not in answer.text


def test_one_kind_is_no_other_and_another_secret_signs_another_key(work: Work) -> None:
    key = check_key(work, PaperKind.RECEIPT, HERE)

    assert read_check_key(work, key) == (PaperKind.RECEIPT, HERE)
    assert key != check_key(work, PaperKind.ACKNOWLEDGEMENT, HERE)
    assert check_url(work, PaperKind.RECEIPT, HERE).endswith(f"/kiem-tra/{key}")


def test_wrong_keys_are_slowed_and_right_ones_are_not(
    browser: TestClient, work: Work, submitted: Dossier
) -> None:
    wrong = [browser.get(address(f"sai{n}")).status_code for n in range(5)]

    key = check_key(work, PaperKind.ACKNOWLEDGEMENT, submitted.id)
    assert wrong == [404, 404, 404, 429, 429]
    assert browser.get(address(key)).status_code == 200
