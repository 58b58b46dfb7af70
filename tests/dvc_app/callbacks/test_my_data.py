"""Taking one's data away and closing the account, over plain HTTP (C22)."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.wording import my_data as wording
from services.accounts.models import Account, AccountStatus, CodePurpose, SignInSession
from services.accounts.open_session import OpenedSession
from services.profiles.leaving import ask_closing_code
from services.work import Work
from tests.factories.accounts import make_account, make_session, signed_in
from tests.services.profiles.people import DIGITS, VERIFIED, learn_code
from tests.web_client import TestClient, hold


@pytest.fixture
def account(work: Work) -> Account:
    """Somebody with a phone and an email."""
    return make_account(work.session, **VERIFIED)


@pytest.fixture
def opened(work: Work, account: Account) -> OpenedSession:
    """Their session, proved just now."""
    return make_session(work, account)


def test_the_archive_comes_as_a_private_download(
    browser: TestClient, opened: OpenedSession
) -> None:
    hold(browser, opened.token)

    answer = browser.get(routes.MY_DATA_FILE)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert "attachment" in answer.headers["content-disposition"]
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == [wording.ARCHIVE_NOTE_NAME, "data.json"]


def test_without_a_fresh_proof_the_page_says_what_to_do(
    browser: TestClient, work: Work, opened: OpenedSession
) -> None:
    hold(browser, opened.token)
    for session in work.session.exec(select(SignInSession)):
        session.proved_at = work.now - timedelta(minutes=6)

    answer = browser.get(routes.MY_DATA_FILE)

    assert answer.status_code == 303
    assert answer.headers["location"] == f"{routes.MY_DATA}?tai=lai"


def test_a_visitor_takes_nothing(browser: TestClient) -> None:
    answer = browser.get(routes.MY_DATA_FILE)

    assert answer.status_code == 303


def test_closing_needs_word_and_code_and_leads_home(
    browser: TestClient, work: Work, account: Account, opened: OpenedSession
) -> None:
    hold(browser, opened.token)
    said = browser.post(routes.API_CLOSE_ACCOUNT, data={"word": "x"})
    assert said.json()["problems"] == [["word", wording.FAULTS["word_differs"]]]
    form = {"word": wording.WORD, "code": DIGITS}
    said = browser.post(routes.API_CLOSE_ACCOUNT, data=form)
    assert said.json()["problems"] == [["code", wording.FAULTS["code_first"]]]

    ask_closing_code(signed_in(work, account, opened))
    learn_code(work, CodePurpose.CLOSE_ACCOUNT)
    wrong = form | {"code": "111111"}
    said = browser.post(routes.API_CLOSE_ACCOUNT, data=wrong)
    assert said.status_code == 422
    assert str(account.status) == AccountStatus.ACTIVE

    said = browser.post(routes.API_CLOSE_ACCOUNT, data=form)

    assert said.json() == {"go": routes.HOME}
    assert str(account.status) == AccountStatus.CLOSED
    again = browser.post(routes.API_CLOSE_ACCOUNT, data=form)
    assert again.json() == {"go": routes.HOME}
