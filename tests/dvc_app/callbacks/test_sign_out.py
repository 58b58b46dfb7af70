"""Signing out here and everywhere: the old cookie is worth nothing."""

from dvc_app import routes
from services.accounts.identify import Knock, identify
from services.work import Work
from tests.factories.accounts import make_account, make_session
from tests.web_client import TestClient, hold


def test_signing_out_ends_the_session_and_names_the_browser_anew(
    work: Work, browser: TestClient
) -> None:
    opened = make_session(work, make_account(work.session))
    hold(browser, opened.token)
    answer = browser.post(routes.API_SIGN_OUT)
    assert answer.json() == {"go": "/"}
    assert browser.cookies["dvc"] != opened.token
    assert identify(work, Knock(opened.token)).actor.account_id is None


def test_signing_out_everywhere_ends_the_other_devices_too(
    work: Work, browser: TestClient
) -> None:
    account = make_account(work.session)
    here, there = make_session(work, account), make_session(work, account, "phone")
    hold(browser, here.token)
    assert browser.post(routes.API_SIGN_OUT_EVERYWHERE).json() == {"go": "/dang-nhap"}
    for opened in (here, there):
        assert identify(work, Knock(opened.token)).actor.account_id is None


def test_somebody_who_is_not_signed_in_is_sent_home_all_the_same(
    browser: TestClient,
) -> None:
    assert browser.post(routes.API_SIGN_OUT).json() == {"go": "/"}
    assert browser.post(routes.API_SIGN_OUT_EVERYWHERE).json() == {"go": "/dang-nhap"}


def test_an_end_is_a_post_so_that_no_link_can_cause_it(browser: TestClient) -> None:
    assert browser.get(routes.API_SIGN_OUT).status_code == 405
