"""Both doors over plain HTTP: what is answered, and which cookies are set."""

from dvc_app import routes
from dvc_app.wording import faults
from dvc_app.wording import sign_in as wording
from services.accounts.identify import Knock, identify
from services.work import Work
from tests.factories.accounts import (
    COOKIE,
    PASSWORD,
    authenticator,
    make_account,
    make_officer_account,
    make_proof,
    visiting,
)
from tests.web_client import TestClient

NAME = "0900000011"


def give(
    browser: TestClient, password: str = PASSWORD, **more: str
) -> dict[str, object]:
    form = {"name": NAME, "password": password, **more}
    answer: dict[str, object] = browser.post(routes.API_SIGN_IN, data=form).json()
    return answer


def test_signing_in_sets_a_new_cookie_and_leads_on(
    work: Work, browser: TestClient
) -> None:
    account = make_account(work.session)
    form = {"name": NAME, "password": PASSWORD, "tiep": "/nop-ho-so?thu-tuc=1.000"}
    answer = browser.post(routes.API_SIGN_IN, data=form)
    assert answer.json() == {"go": "/nop-ho-so?thu-tuc=1.000"}
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert answer.headers["cache-control"] == "no-store"
    assert browser.cookies["dvc"] != COOKIE
    assert identify(work, Knock(browser.cookies["dvc"])).actor.account_id == account.id


def test_an_address_outside_the_portal_is_never_followed(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    assert give(browser, tiep="//example.vn/x") == {"go": "/"}


def test_a_wrong_password_and_an_unknown_name_get_the_same_sentence(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    wrong = give(browser, "sai mật khẩu")
    unknown = give(browser, name="nobody@example.vn")
    assert wrong == unknown
    assert wrong["problems"] == [["name", wording.REFUSED]]
    assert browser.cookies["dvc"] == COOKIE


def test_after_three_wrong_tries_a_picture_is_asked_for_and_opens_the_door(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    tries = [give(browser, "sai mật khẩu") for _ in range(3)]
    assert [answer["needs_proof"] for answer in tries] == [False, False, True]
    assert give(browser)["problems"] == [["picture", wording.PROOF_NEEDED]]
    wrong = make_proof(visiting(work))
    told = give(browser, picture_id=str(wrong.picture_id), picture="??????")
    assert told["problems"] == [["picture", faults.ACCOUNTS["picture_wrong"]]]
    right = make_proof(visiting(work))
    assert give(
        browser, picture_id=str(right.picture_id), picture=right.picture_answer
    ) == {"go": "/"}


def test_the_tenth_wrong_try_says_until_when_the_door_is_closed(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    for _ in range(10):
        proof = make_proof(visiting(work))
        told = give(
            browser,
            "sai mật khẩu",
            picture_id=str(proof.picture_id),
            picture=proof.picture_answer,
        )
    assert told["problems"] == [["", wording.PAUSED.format(until="09:01")]]
    assert give(browser)["problems"] == told["problems"]


def test_a_browser_without_a_cookie_is_told_what_to_switch_on(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    browser.cookies.clear()
    assert give(browser)["problems"] == [["", wording.NO_COOKIE]]


def test_without_our_script_the_form_still_signs_in(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    plain = {"accept": "text/html"}
    form = {"name": NAME, "password": PASSWORD, "tiep": "/ca-nhan/ho-so"}
    answer = browser.post(routes.API_SIGN_IN, data=form, headers=plain)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ca-nhan/ho-so")


def test_an_officer_needs_both_halves_and_the_token_stays_in_its_cookie(
    work: Work, browser: TestClient
) -> None:
    account = make_officer_account(work)
    form = {"name": "canbo.mot", "password": PASSWORD, "tiep": "/can-bo/ho-so/x"}
    first = browser.post(routes.API_OFFICER_SIGN_IN, data=form)
    assert first.json() == {"go": "/can-bo/xac-thuc?tiep=%2Fcan-bo%2Fho-so%2Fx"}
    cookie = first.headers["set-cookie"]
    assert cookie.startswith("dvc-wait=")
    assert "HttpOnly" in cookie
    assert "Path=/api/can-bo;" in cookie
    assert browser.cookies["dvc"] == COOKIE
    code = {"code": authenticator(work), "tiep": "/can-bo/ho-so/x"}
    second = browser.post(routes.API_OFFICER_CODE, data=code)
    assert second.json() == {"go": "/can-bo/ho-so/x"}
    assert identify(work, Knock(browser.cookies["dvc"])).actor.account_id == account.id
    assert "dvc-wait" not in browser.cookies


def test_a_wrong_authenticator_code_and_a_missing_first_half_say_what_to_do(
    work: Work, browser: TestClient
) -> None:
    make_officer_account(work)
    lost = browser.post(routes.API_OFFICER_CODE, data={"code": "123456"}).json()
    assert lost["problems"] == [["", wording.CODE_EXPIRED]]
    browser.post(
        routes.API_OFFICER_SIGN_IN, data={"name": "canbo.mot", "password": PASSWORD}
    )
    wrong = browser.post(routes.API_OFFICER_CODE, data={"code": "12345"}).json()
    assert wrong["problems"] == [["code", "Nhập đủ 6 chữ số của mã"]]
    late = authenticator(work, steps=9)
    wrong = browser.post(routes.API_OFFICER_CODE, data={"code": late}).json()
    assert wrong["problems"] == [["code", wording.CODE_REFUSED]]


def test_a_citizen_does_not_come_in_through_the_officers_door(
    work: Work, browser: TestClient
) -> None:
    make_account(work.session)
    form = {"name": NAME, "password": PASSWORD}
    told = browser.post(routes.API_OFFICER_SIGN_IN, data=form).json()
    assert told["problems"] == [["name", wording.REFUSED]]
