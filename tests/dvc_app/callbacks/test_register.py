"""The password that ends a registration, over plain HTTP."""

from datetime import timedelta

from dvc_app import routes
from dvc_app.wording import faults
from dvc_app.wording import register as wording
from services.accounts.identify import Knock, identify
from services.accounts.list_sessions import list_sessions
from services.accounts.models import Account
from services.accounts.open_session import OpenedSession
from services.work import Work
from tests.factories.accounts import make_registration, signed_in
from tests.web_client import TestClient

PASSWORD = "cây đa giếng nước"


def end(browser: TestClient, **form: str) -> dict[str, object]:
    answer: dict[str, object] = browser.post(routes.API_PASSWORD, data=form).json()
    return answer


def test_the_password_creates_the_account_and_leads_where_one_came_from(
    work: Work, browser: TestClient
) -> None:
    make_registration(work.session, verified_at=work.now)
    assert end(browser, password=PASSWORD, again=PASSWORD) == {"go": "/thu-tuc"}
    actor = identify(work, Knock(browser.cookies["dvc"])).actor
    assert actor.name == "Trần Văn Bình"


def test_one_field_is_enough_while_the_password_is_shown(
    work: Work, browser: TestClient
) -> None:
    make_registration(work.session, verified_at=work.now)
    assert end(browser, password=PASSWORD) == {"go": "/thu-tuc"}


def test_a_refused_password_is_answered_with_what_to_choose(
    work: Work, browser: TestClient
) -> None:
    make_registration(work.session, verified_at=work.now)
    told = end(browser, password="binh1985")
    assert told["problems"] == [["password", faults.ACCOUNTS["password_birth_date"]]]
    told = end(browser, password=PASSWORD, again=PASSWORD + "x")
    assert told["problems"] == [["again", faults.ACCOUNTS["password_again_differs"]]]


def test_without_a_confirmed_phone_there_is_no_account(
    work: Work, browser: TestClient
) -> None:
    assert end(browser, password=PASSWORD)["problems"] == [["", wording.GONE]]
    make_registration(work.session)
    told = end(browser, password=PASSWORD)
    assert told["problems"] == [["", wording.VERIFIED_TOO_OLD]]


def test_a_confirmation_of_an_hour_ago_is_too_old(
    work: Work, browser: TestClient
) -> None:
    make_registration(work.session, verified_at=work.now - timedelta(hours=1))
    told = end(browser, password=PASSWORD)
    assert told["problems"] == [["", wording.VERIFIED_TOO_OLD]]


def test_the_new_session_is_listed_under_words_for_the_device(
    work: Work, browser: TestClient
) -> None:
    make_registration(work.session, verified_at=work.now)
    phone = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36"
    browser.headers["user-agent"] = phone
    end(browser, password=PASSWORD)
    actor = identify(work, Knock(browser.cookies["dvc"])).actor
    assert actor.account_id is not None
    account = work.session.get_one(Account, actor.account_id)
    opened = OpenedSession(browser.cookies["dvc"], account.id, work.now)
    [line] = list_sessions(signed_in(work, account, opened))
    assert line.device == "Chrome trên Android"
