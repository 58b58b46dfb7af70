"""Officers over plain HTTP: activation, recovery codes, posts, proving again."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pyotp
import pytest
from sqlmodel import select
from starlette.requests import Request

from dvc_app import routes
from dvc_app.callbacks.device import device_of
from dvc_app.walls.policy import Who, is_allowed
from dvc_app.wording import activation as wording
from dvc_app.wording import faults, posts, proof, sign_in
from services.accounts.identify import Knock, identify
from services.accounts.models import AccountStatus, SignInSession
from services.accounts.officer_models import ActivationPurpose, OfficerPost
from services.accounts.recovery_codes import renew_recovery_codes
from services.officers.issue_activation import issue_activation
from services.work import Actor, Role, Work
from tests.factories.accounts import (
    PASSWORD,
    authenticator,
    make_account,
    make_officer_account,
    make_post,
    make_session,
)
from tests.web_client import TestClient, hold

NEW = "hàng dừa xanh ven sông"


def actor_of(work: Work, browser: TestClient) -> Actor:
    return identify(work, Knock(browser.cookies["dvc"])).actor


def first_half(browser: TestClient) -> None:
    form = {"name": "canbo.mot", "password": PASSWORD}
    browser.post(routes.API_OFFICER_SIGN_IN, data=form)


def test_activation_leads_to_the_authenticator_and_ten_codes(
    work: Work, browser: TestClient
) -> None:
    account = make_officer_account(
        work, status=AccountStatus.INVITED, password_hash="", totp_secret=""
    )
    code = issue_activation(work, account.id, ActivationPurpose.ACCOUNT).code
    form = {"name": "canbo.mot", "code": code, "password": "ngắn", "again": "ngắn"}
    weak = browser.post(routes.API_ACTIVATE, data=form).json()
    assert weak["problems"] == [["password", wording.PASSWORD_SHORT]]
    form |= {"password": NEW, "again": NEW}
    begun = browser.post(routes.API_ACTIVATE, data=form)
    assert begun.json() == {"go": routes.OFFICER_ENROL}
    cookie = begun.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert f"Path={routes.API_ENROL}" in cookie
    shown = browser.get(routes.API_ENROL)
    assert shown.headers["cache-control"] == "no-store"
    told = shown.json()
    assert told["picture"].startswith("data:image/svg+xml;base64,")
    assert told["account"] == "canbo.mot"
    digits = pyotp.TOTP(told["secret"].replace(" ", "")).at(work.now)
    done = browser.post(routes.API_ENROL, data={"code": digits})
    assert len(done.json()["codes"]) == 10
    assert actor_of(work, browser).account_id == account.id
    assert browser.get(routes.API_ENROL).status_code == 404


def test_a_wrong_activation_names_nobody(work: Work, browser: TestClient) -> None:
    form = {"name": "canbo.khong", "code": "x", "password": NEW, "again": NEW}
    told = browser.post(routes.API_ACTIVATE, data=form).json()
    assert told["problems"] == [["name", wording.REFUSED]]
    assert browser.get(routes.API_ENROL).status_code == 404
    late = browser.post(routes.API_ENROL, data={"code": "123456"}).json()
    assert late["problems"] == [["", wording.EXPIRED]]


def test_a_recovery_code_opens_the_door_once(work: Work, browser: TestClient) -> None:
    account = make_officer_account(work)
    code = renew_recovery_codes(work, account.id)[0]
    first_half(browser)
    wrong = browser.post(routes.API_OFFICER_RECOVERY_CODE, data={"recovery": "x"})
    assert wrong.json()["problems"] == [["recovery", wording.RECOVERY_REFUSED]]
    form = {"recovery": code}
    answer = browser.post(routes.API_OFFICER_RECOVERY_CODE, data=form)
    assert answer.json() == {"go": routes.DESK}
    assert actor_of(work, browser).account_id == account.id
    first_half(browser)
    again = browser.post(routes.API_OFFICER_RECOVERY_CODE, data=form)
    assert again.json()["problems"] == [["recovery", wording.RECOVERY_REFUSED]]


@pytest.mark.parametrize(
    ("roles", "home"),
    [
        ((Role.INTAKE,), routes.DESK),
        ((Role.ADMINISTRATOR,), routes.ADMIN_ACCOUNTS),
        ((Role.AUDITOR,), routes.ADMIN_AUDIT),
    ],
)
def test_an_officer_lands_where_the_work_is(
    work: Work, browser: TestClient, roles: tuple[Role, ...], home: str
) -> None:
    make_officer_account(work, *roles)
    first_half(browser)
    code = {"code": authenticator(work)}
    assert browser.post(routes.API_OFFICER_CODE, data=code).json() == {"go": home}


@pytest.mark.parametrize("held", [0, 2])
def test_several_posts_or_none_lead_to_the_choice(
    work: Work, browser: TestClient, held: int
) -> None:
    account = make_officer_account(work)
    if held == 2:
        make_post(work, account, Role.APPROVER)
    else:
        work.session.exec(select(OfficerPost)).one().ended_at = work.now
        work.session.flush()
    first_half(browser)
    answer = browser.post(routes.API_OFFICER_CODE, data={"code": authenticator(work)})
    assert answer.json() == {"go": routes.OFFICER_POSTS}


def test_a_switch_sets_a_new_cookie_and_refuses_what_is_not_ones_own(
    work: Work, browser: TestClient
) -> None:
    account = make_officer_account(work)
    other = make_post(work, account, Role.AUDITOR, granted_at=work.now)
    before = make_session(work, account).token
    hold(browser, before)
    for wrong in ("", "x", str(account.id)):
        told = browser.post(routes.API_POST_SWITCH, data={"post": wrong}).json()
        assert told["problems"] == [["", posts.GONE]]
    answer = browser.post(routes.API_POST_SWITCH, data={"post": str(other.id)})
    assert answer.json() == {"go": routes.ADMIN_AUDIT}
    assert actor_of(work, browser).post_id == other.id
    assert identify(work, Knock(before)).actor.account_id is None


def stale(work: Work, token: str) -> None:
    session = identify(work, Knock(token)).actor.session_id
    row = work.session.get_one(SignInSession, session)
    row.proved_at = work.now - timedelta(minutes=6)
    work.session.flush()


def test_a_sensitive_act_asks_for_a_proof_and_goes_on_after_it(
    work: Work, browser: TestClient
) -> None:
    token = make_session(work, make_officer_account(work)).token
    hold(browser, token)
    stale(work, token)
    asked = browser.post(routes.API_NEW_RECOVERY_CODES)
    assert asked.status_code == 422
    assert asked.json()["proof"] is True
    wrong = browser.post(routes.API_PROVE_AGAIN, data={"proof": "12345"}).json()
    assert wrong["problems"] == [["proof", proof.WRONG_CODE]]
    right = {"proof": authenticator(work)}
    assert browser.post(routes.API_PROVE_AGAIN, data=right).json() == {"done": True}
    assert len(browser.post(routes.API_NEW_RECOVERY_CODES).json()["codes"]) == 10
    go_on = browser.post(routes.API_NEW_AUTHENTICATOR)
    assert go_on.json() == {"go": routes.OFFICER_ENROL}
    assert browser.get(routes.API_ENROL).status_code == 200


def test_a_citizen_proves_with_the_password_over_http(
    work: Work, browser: TestClient
) -> None:
    hold(browser, make_session(work, make_account(work.session)).token)
    wrong = browser.post(routes.API_PROVE_AGAIN, data={"proof": "sai"}).json()
    assert wrong["problems"] == [["proof", proof.WRONG_PASSWORD]]
    right = browser.post(routes.API_PROVE_AGAIN, data={"proof": PASSWORD})
    assert right.json() == {"done": True}


def test_nobody_proves_without_being_signed_in(browser: TestClient) -> None:
    told = browser.post(routes.API_PROVE_AGAIN, data={"proof": PASSWORD})
    assert told.status_code == 422


def test_an_officer_changes_the_password_here(work: Work, browser: TestClient) -> None:
    hold(browser, make_session(work, make_officer_account(work)).token)
    form = {"present": "sai", "password": NEW, "again": NEW}
    wrong = browser.post(routes.API_OFFICER_PASSWORD, data=form).json()
    assert wrong["problems"] == [["present", wording.PRESENT_WRONG]]
    form |= {"present": PASSWORD, "again": "khác"}
    differs = browser.post(routes.API_OFFICER_PASSWORD, data=form).json()
    words = faults.ACCOUNTS["password_again_differs"]
    assert differs["problems"] == [["again", words]]
    form |= {"again": NEW}
    changed = browser.post(routes.API_OFFICER_PASSWORD, data=form)
    assert changed.json() == {"done": True}


def test_the_owner_of_a_locked_account_is_told_whom_to_ask(
    work: Work, browser: TestClient
) -> None:
    make_officer_account(work, status=AccountStatus.LOCKED)
    form = {"name": "canbo.mot", "password": PASSWORD}
    told = browser.post(routes.API_OFFICER_SIGN_IN, data=form).json()
    assert told["problems"] == [["", sign_in.CLOSED_DOOR]]


def test_an_officer_without_a_post_reaches_the_choice_alone() -> None:
    officer = Actor(is_officer=True, roles=frozenset({Role.INTAKE}))
    officer = dataclasses.replace(officer, account_id=uuid4())
    without = dataclasses.replace(officer, roles=frozenset())
    assert is_allowed(frozenset({Who.OFFICER}), officer)
    assert not is_allowed(frozenset({Who.OFFICER, Who.CITIZEN}), without)
    assert is_allowed(frozenset({Who.OFFICER, Who.WITHOUT_POST}), without)
    assert not is_allowed(frozenset({Who.WITHOUT_POST}), officer)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile", "phone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537", "phone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140 Safari", "desktop"),
        ("", "desktop"),
    ],
)
def test_the_class_of_a_device_follows_from_what_it_says(told: str, kind: str) -> None:
    headers = [(b"user-agent", told.encode())]
    request = Request({"type": "http", "headers": headers})
    assert device_of(request).kind == kind
