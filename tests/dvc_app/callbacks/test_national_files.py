"""A file of a dossier: the address the national portal was told, and its key."""

import pytest
from sqlmodel import select

from dvc_app.callbacks import national_files
from dvc_app.callbacks.slowing import Slowed
from services.audit.models import AuditEntry
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import StoredFile
from services.status_sync.national.file_links import file_address
from services.work import Work
from tests.factories.dossiers import make_filing, make_submitted
from tests.web_client import TestClient

KEY = {"authorization": "Bearer sandbox"}
PAPER = b"%PDF-1.7 a paper"


@pytest.fixture(autouse=True)
def unslowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(national_files, "_strange", Slowed("30/10minutes"))


@pytest.fixture
def dossier(work: Work) -> Dossier:
    done = make_submitted(work, make_filing(work.session))
    return work.session.get_one(Dossier, done.dossier_id)


@pytest.fixture
def path(work: Work, dossier: Dossier) -> str:
    query = select(StoredFile).where(StoredFile.subject_id == dossier.id)
    file = work.session.exec(query).one()
    work.storage.put(file.key, PAPER)
    return "/in/" + file_address(work, file.id).split("/in/")[1]


def test_it_is_fetched_with_the_key_and_written_down(
    work: Work, browser: TestClient, path: str
) -> None:
    answer = browser.get(path, headers=KEY)
    assert (answer.status_code, answer.content) == (200, PAPER)
    assert "no-store" in answer.headers["cache-control"]
    query = select(AuditEntry).where(AuditEntry.act == "national.file_read")
    assert work.session.exec(query).one().person_id is not None


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}])
def test_the_address_alone_opens_nothing(
    browser: TestClient, path: str, headers: dict[str, str]
) -> None:
    assert browser.get(path, headers=headers).status_code == 401


def test_wrong_keys_are_slowed(browser: TestClient, path: str) -> None:
    codes = {browser.get(path).status_code for _ in range(40)}
    assert codes == {401, 429}


@pytest.mark.parametrize("spoil", [lambda p: p[:-3] + "AAA", lambda p: p + "é"])
def test_another_address_names_nothing(
    browser: TestClient, path: str, spoil: object
) -> None:
    wrong = spoil(path)  # type: ignore[operator]
    assert browser.get(wrong, headers=KEY).status_code == 404


def test_a_file_of_a_draft_is_nobodys_yet(
    work: Work, browser: TestClient, dossier: Dossier, path: str
) -> None:
    dossier.status = DossierStatus.DRAFT
    work.session.flush()
    assert browser.get(path, headers=KEY).status_code == 404


def test_a_file_whose_bytes_are_lost_is_not_found_and_says_so(
    work: Work, browser: TestClient, path: str
) -> None:
    file = work.session.exec(select(StoredFile)).one()
    work.storage.remove([file.key])
    answer = browser.get(path, headers=KEY)
    assert answer.status_code == 404
    assert "tệp không còn ở đây" in answer.text
    query = select(AuditEntry).where(AuditEntry.act == "national.file_read")
    assert work.session.exec(query).first() is None
