"""The link of a message: the right place for the right person, and no other."""

import pytest

from dvc_app import routes
from services.accounts.models import Account
from services.accounts.return_to import local_path
from services.notifications.models import Notification
from services.work import Work
from tests.factories.accounts import make_account, make_session
from tests.services.notifications.telling import person, tell
from tests.web_client import TestClient, hold

FOREIGN = f"{routes.MY_NOTIFICATIONS}?tin=khac"


@pytest.fixture
def account(work: Work) -> Account:
    return person(work)


@pytest.fixture
def told(work: Work, account: Account) -> Notification:
    return tell(work, account)


def follow(browser: TestClient, told: Notification) -> str:
    """Open the link of the message; return where it leads."""
    answer = browser.get(routes.fill(routes.MESSAGE_LINK, link=told.link))
    assert answer.status_code == 303
    assert "no-store" in answer.headers["cache-control"]
    location: str = answer.headers["location"]
    return location


def test_its_person_arrives_at_the_place_and_has_read_it(
    browser: TestClient, work: Work, account: Account, told: Notification
) -> None:
    hold(browser, make_session(work, account).token)

    assert follow(browser, told) == told.path

    work.session.refresh(told)
    assert told.read_at is not None


def test_somebody_who_is_not_signed_in_comes_back_after_signing_in(
    browser: TestClient, work: Work, told: Notification
) -> None:
    link = f"/m/{told.link}"

    assert follow(browser, told) == f"{routes.SIGN_IN}?tiep=%2Fm%2F{told.link}"
    assert local_path(link) == link
    work.session.refresh(told)
    assert told.read_at is None


def test_another_person_is_told_kindly_and_learns_nothing(
    browser: TestClient, work: Work, told: Notification
) -> None:
    stranger = make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email="b@e.vn"
    )
    hold(browser, make_session(work, stranger).token)

    assert follow(browser, told) == FOREIGN
    assert browser.get("/m/neverwas").headers["location"] == FOREIGN
    work.session.refresh(told)
    assert told.read_at is None
