"""Printed papers over plain HTTP: to their owner, and to nobody else."""

import pytest
from sqlmodel import select

from dvc_app import routes
from services.accounts.models import Account
from services.accounts.open_session import OpenedSession
from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.work import Work
from tests.factories.accounts import make_account, make_session
from tests.factories.dossiers import ANSWERS, Filing, make_draft, make_filing
from tests.factories.filled_forms import filled
from tests.services.profiles.people import VERIFIED
from tests.web_client import TestClient, hold


@pytest.fixture
def account(work: Work) -> Account:
    """Somebody who files."""
    return make_account(work.session, **VERIFIED)


@pytest.fixture
def opened(work: Work, account: Account) -> OpenedSession:
    """Their session."""
    return make_session(work, account)


@pytest.fixture
def draft_address(work: Work, account: Account) -> str:
    """Where the form of their draft is printed."""
    load_eforms(work)
    form = work.session.exec(select(Eform).where(Eform.code == "CTBS")).one()
    made = make_filing(work.session)
    filing = Filing(account, made.agency, made.procedure, made.component)
    draft = make_draft(
        work.session, filing, eform_id=form.id, answers=ANSWERS | filled("CTBS")
    )
    return routes.fill(routes.API_DRAFT_FORM, draft_id=str(draft.id))


def test_the_form_of_a_draft_comes_as_a_private_pdf(
    browser: TestClient, opened: OpenedSession, draft_address: str
) -> None:
    hold(browser, opened.token)

    answer = browser.get(draft_address)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.content.startswith(b"%PDF")


def test_a_visitor_gets_no_form(browser: TestClient, draft_address: str) -> None:
    assert browser.get(draft_address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/in/to-khai/nhap/not-an-id",
        "/in/to-khai/nhap/00000000-0000-0000-0000-000000000000",
        "/in/to-khai/H55.242-261121-9999",
        "/in/to-khai/%00",
    ],
)
def test_what_names_nothing_is_not_found(
    browser: TestClient, opened: OpenedSession, address: str
) -> None:
    hold(browser, opened.token)

    assert browser.get(address).status_code == 404
