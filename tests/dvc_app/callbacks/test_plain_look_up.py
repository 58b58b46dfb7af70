"""The look-up without script: the same facts, nothing of what was typed runs."""

import pytest

from dvc_app import routes
from dvc_app.wording import look_up as wording
from dvc_app.wording import plain_look_up
from services.dossiers.models import Dossier
from services.work import Work
from tests.factories.dossiers import make_filing, make_submitted
from tests.web_client import TestClient

UNKNOWN = "H55.242-261121-9999"
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def submitted(work: Work) -> Dossier:
    sent = make_submitted(work, make_filing(work.session, name=f"Cấp {MARKUP}"))
    return work.session.get_one(Dossier, sent.dossier_id)


def address(code: object) -> str:
    return routes.fill(routes.PLAIN_LOOK_UP, code=str(code))


def test_the_page_shows_the_masked_dossier(
    browser: TestClient, submitted: Dossier
) -> None:
    answer = browser.get(address(submitted.code))
    assert answer.status_code == 200
    assert "Mới đăng ký" in answer.text
    assert wording.WHEN_DONE in answer.text
    assert submitted.applicant_name not in answer.text
    assert answer.headers["cache-control"] == "private, no-store"


def test_names_from_the_catalogue_are_escaped(
    browser: TestClient, submitted: Dossier
) -> None:
    answer = browser.get(address(submitted.code))
    assert MARKUP not in answer.text
    assert "&lt;img src=x" in answer.text


def test_what_was_typed_is_escaped(browser: TestClient) -> None:
    answer = browser.get(routes.PLAIN_LOOK_UP_START, params={"ma": f'"{MARKUP}'})
    assert answer.status_code == 400
    assert MARKUP not in answer.text
    assert "<script" not in answer.text


def test_a_code_in_the_form_goes_to_its_own_address(browser: TestClient) -> None:
    answer = browser.get(
        routes.PLAIN_LOOK_UP_START, params={"ma": "h55.242 261121 9999"}
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == address(UNKNOWN)


def test_an_unknown_code_gets_help(browser: TestClient) -> None:
    answer = browser.get(address(UNKNOWN))
    assert answer.status_code == 404
    assert wording.NOT_FOUND_HELP[0] in answer.text


def test_a_browser_without_a_cookie_is_named_once(
    browser: TestClient, submitted: Dossier
) -> None:
    browser.cookies.clear()
    first = browser.get(address(submitted.code))
    assert first.status_code == 303
    assert "dvc=" in first.headers["set-cookie"]
    browser.cookies.clear()
    again = browser.get(first.headers["location"])
    assert again.status_code == 400
    assert plain_look_up.NO_COOKIE[:30] in again.text


def test_guessing_meets_a_picture_and_a_wrong_answer_opens_nothing(
    browser: TestClient, submitted: Dossier
) -> None:
    for number in range(3):
        browser.get(address(f"H55.242-261121-000{number + 1}"))
    asked = browser.get(address(submitted.code))
    assert plain_look_up.PICTURE in asked.text
    assert wording.WHEN_DONE not in asked.text
    form = {"picture": "AAAAAA", "picture_id": "00000000-0000-4000-8000-000000000000"}
    wrong = browser.post(address(submitted.code), data=form)
    assert wording.PROBLEMS["picture_wrong"] in wrong.text
    assert wording.WHEN_DONE not in wrong.text
