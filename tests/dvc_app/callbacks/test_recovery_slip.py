"""The slip of the counter over plain HTTP: shown once, to who issued it."""

from dvc_app import routes
from dvc_app.wording import recovery as wording
from services.work import Work
from tests.factories.accounts import (
    PASSWORD,
    authenticator,
    make_account,
    make_officer_account,
    make_proof,
    visiting,
)
from tests.services.accounts.by_name import NUMBER, received
from tests.web_client import TestClient


def at_the_counter(work: Work, browser: TestClient) -> None:
    make_officer_account(work)
    form = {"name": "canbo.mot", "password": PASSWORD}
    browser.post(routes.API_OFFICER_SIGN_IN, data=form)
    browser.post(routes.API_OFFICER_CODE, data={"code": authenticator(work)})


def test_a_slip_is_shown_once_and_leads_to_a_new_phone(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    at_the_counter(work, browser)
    form = {"citizen_id": NUMBER, "compared": "on"}
    issued = browser.post(routes.API_ISSUE_SLIP, data=form)
    assert issued.json() == {"go": routes.RECOVERY_SLIP_SHEET}
    cookie = issued.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert f"Path={routes.RECOVERY_SLIP_SHEET}" in cookie
    page = browser.get(routes.RECOVERY_SLIP_SHEET)
    assert page.headers["cache-control"] == "no-store"
    code = page.text.partition('slip-code num">')[2][:9]
    assert browser.get(routes.RECOVERY_SLIP_SHEET).status_code == 303
    browser.post(routes.API_SIGN_OUT)
    me = visiting(work, browser.cookies["dvc"])
    proof = make_proof(me)
    typed = {
        "number": NUMBER,
        "slip": code,
        "picture_id": str(proof.picture_id),
        "picture": proof.picture_answer,
    }
    led = browser.post(routes.API_RECOVERY_SLIP, data=typed)
    assert led.json() == {"go": routes.RECOVERY}
    phone = browser.post(routes.API_RECOVERY_PHONE, data={"phone": "0900000088"})
    assert phone.json() == {"go": routes.RECOVERY}
    digits = {"code": received(me, "0900000088")}
    led = browser.post(routes.API_RECOVERY_CODE, data=digits)
    assert led.json() == {"go": routes.RECOVERY_PASSWORD}
    new = {"password": "hàng dừa xanh ven sông"}
    assert browser.post(routes.API_RECOVERY, data=new).json() == {"go": "/"}


def test_what_the_officer_left_out_and_a_number_nobody_has_are_told(
    work: Work, browser: TestClient
) -> None:
    at_the_counter(work, browser)
    told = browser.post(routes.API_ISSUE_SLIP, data={"citizen_id": "1"}).json()
    assert {field for field, _ in told["problems"]} == {"citizen_id", "compared"}
    form = {"citizen_id": NUMBER, "compared": "on"}
    told = browser.post(routes.API_ISSUE_SLIP, data=form).json()
    assert told["problems"] == [["citizen_id", wording.NO_ACCOUNT]]


def test_nobody_else_issues_slips(work: Work, browser: TestClient) -> None:
    make_account(work.session)
    form = {"citizen_id": NUMBER, "compared": "on"}
    assert browser.post(routes.API_ISSUE_SLIP, data=form).status_code == 422
    assert browser.get(routes.RECOVERY_SLIP_SHEET).status_code == 303
    browser.post(routes.API_SIGN_IN, data={"name": NUMBER, "password": PASSWORD})
    assert "go" not in browser.post(routes.API_ISSUE_SLIP, data=form).json()
