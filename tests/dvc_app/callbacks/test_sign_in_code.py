"""Signing in by a code over plain HTTP, recovery, and the shared device."""

import pytest

from dvc_app import routes
from dvc_app.walls.cookies import SHARED
from dvc_app.wording import recovery as wording
from dvc_app.wording import sign_in as sign_in_wording
from services.accounts.identify import Knock, identify
from services.work import Work
from tests.factories.accounts import (
    COOKIE,
    PASSWORD,
    make_account,
    make_proof,
    visiting,
)
from tests.services.accounts.by_name import PHONE, received
from tests.web_client import TestClient

NEW = "hàng dừa xanh ven sông"
BACK = {"tiep": "/ca-nhan/ho-so"}


def ask(work: Work, browser: TestClient, route: str, name: str = PHONE) -> object:
    proof = make_proof(visiting(work))
    form = {
        "name": name,
        "channel": "phone",
        "picture_id": str(proof.picture_id),
        "picture": proof.picture_answer,
    }
    return browser.post(route, data=form | BACK).json()


def test_a_code_opens_a_session_and_leads_on(work: Work, browser: TestClient) -> None:
    account = make_account(work.session)
    asked = ask(work, browser, routes.API_SIGN_IN_CODE_ASK)
    assert asked == {"go": "/dang-nhap/otp?tiep=%2Fca-nhan%2Fho-so"}
    digits = received(visiting(work))
    wrong = browser.post(routes.API_SIGN_IN_CODE, data={"code": "12"} | BACK)
    assert wrong.json()["problems"] == [["code", "Nhập đủ 6 chữ số của mã"]]
    answer = browser.post(routes.API_SIGN_IN_CODE, data={"code": digits} | BACK)
    assert answer.json() == {"go": "/ca-nhan/ho-so"}
    assert identify(work, Knock(browser.cookies["dvc"])).actor.account_id == account.id
    again = browser.post(routes.API_SIGN_IN_CODE, data={"code": digits})
    assert again.json()["problems"] == [["", sign_in_wording.CODE_GONE]]


@pytest.mark.parametrize(
    "route", [routes.API_SIGN_IN_CODE_ASK, routes.API_RECOVERY_ASK]
)
def test_known_and_unknown_names_get_the_same_bytes(
    work: Work, browser: TestClient, route: str
) -> None:
    make_account(work.session)
    answers = [ask(work, browser, route, name) for name in (PHONE, "0900000099")]
    assert answers[0] == answers[1]
    code = (
        routes.API_SIGN_IN_CODE
        if route == routes.API_SIGN_IN_CODE_ASK
        else routes.API_RECOVERY_CODE
    )
    guesses = [browser.post(code, data={"code": "000000"}) for _ in range(5)]
    assert [guess.status_code for guess in guesses] == [422] * 5


def test_without_a_proof_nothing_is_sent(work: Work, browser: TestClient) -> None:
    make_account(work.session)
    for route in (routes.API_SIGN_IN_CODE_ASK, routes.API_RECOVERY_ASK):
        told = browser.post(route, data={"name": PHONE}).json()
        assert told["problems"][0][0] == "picture"
    slip = {"number": "999190000011", "slip": "ABCDEFGH"}
    told = browser.post(routes.API_RECOVERY_SLIP, data=slip).json()
    assert told["problems"][0][0] == "picture"


def test_recovery_goes_from_code_to_password_to_being_in(
    work: Work, browser: TestClient
) -> None:
    account = make_account(work.session)
    ask(work, browser, routes.API_RECOVERY_ASK)
    early = browser.post(routes.API_RECOVERY, data={"password": NEW}).json()
    assert early["problems"] == [["", wording.GONE]]
    code = {"code": received(visiting(work))} | BACK
    led = browser.post(routes.API_RECOVERY_CODE, data=code).json()
    assert led == {"go": "/quen-mat-khau/mat-khau?tiep=%2Fca-nhan%2Fho-so"}
    same = browser.post(routes.API_RECOVERY, data={"password": PASSWORD}).json()
    assert same["problems"][0][0] == "password"
    done = browser.post(routes.API_RECOVERY, data={"password": NEW, "again": NEW})
    assert done.json() == {"go": "/ca-nhan/ho-so"}
    assert identify(work, Knock(browser.cookies["dvc"])).actor.account_id == account.id


def test_on_a_shared_device_the_cookie_goes_with_the_window(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    form = {"name": PHONE, "password": PASSWORD, "may-dung-chung": "on"}
    answer = browser.post(routes.API_SIGN_IN, data=form)
    cookies = answer.headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith("dvc="))
    assert "Max-Age" not in session
    assert any(one.startswith(f"{SHARED}=1") for one in cookies)
    visitor = identify(work, Knock(browser.cookies["dvc"]))
    assert visitor.is_shared
    assert visitor.idle is not None
    assert visitor.idle.total_seconds() == 60


def test_asking_how_long_is_left_is_no_use_of_the_session(
    work: Work, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.core.clock.now", lambda: work.now)
    assert browser.get(routes.API_SESSION).json() == {"is_in": False}
    make_account(work.session)
    browser.post(routes.API_SIGN_IN, data={"name": PHONE, "password": PASSWORD})
    assert browser.cookies["dvc"] != COOKIE
    told = browser.get(routes.API_SESSION).json()
    assert told["is_in"]
    assert (told["idle_left"], told["ends_left"]) == (1800, 12 * 3600)
    assert (told["warning"], told["is_shared"]) == (300, False)
    extended = browser.post(routes.API_SESSION).json()
    assert extended["idle_left"] == 1800
