"""Registering by every way (C02): what is typed here, and what is pressed elsewhere."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
from playwright.sync_api import Page, expect
from sqlalchemy import text

from tests.journeys.people import prove_human, ready
from tests.journeys.site import Site

CITIZEN, ENTERPRISE, AGENCY = "cong-dan", "doanh-nghiep", "co-quan"
PIN = "123456"
PASSWORD = "con trâu đi trước 27"
PATIENCE = 30.0
FORGETTING = (
    (
        "delete from account_certificate where account_id in (select id from account"
        " where citizen_id = any(:numbers) or tax_code = any(:numbers))"
    ),
    (
        "update account set citizen_id = null, tax_code = null, phone = null, email = null,"
        " national_subject = null"
        " where citizen_id = any(:numbers) or tax_code = any(:numbers)"
    ),
    "update one_time_code set network_address = '', phone = id::text",
)
WAITING = "Xác nhận trên điện thoại của bạn"
LEVEL_ONE = "0900000114"  # a phone VNeID knows; its owner is at level 1


@dataclass(frozen=True)
class Person:
    """Somebody who registers; of an organisation, its certificate says the rest."""

    name: str
    number: str  # personal number or tax code
    phone: str  # codes go there
    key: str = ""  # of the certificate, in sandbox/scenarios/certificates.toml
    sim: str = ""  # the SIM card with the key


VAN_NAM = Person("Hoàng Văn Nam", "999092000012", "0900000712", "van-nam", "0900000112")
GAO_SACH = Person(
    "Công ty TNHH Gạo Sạch Đồng Bằng",
    "9990000018",
    "0900000715",
    "gao-sach",
    "0900000115",
)
HEALTH_CENTRE = Person(
    "Trung tâm Y tế Thử Nghiệm",
    "9990000025",
    "0900000716",
    "trung-tam-y-te",
    "0900000116",
)


def choose(page: Page, way: str, group: str = CITIZEN) -> None:
    """Choose the group and the way on C02."""
    page.goto(f"/dang-ky?nhom={group}")
    ready(page)
    page.locator("a.method").filter(has_text=way).click()
    expect(page.locator("main form, main .card").first).to_be_visible()
    ready(page)


def fill_form(page: Page, person: Person, **own: str) -> None:
    """Fill what the three forms have in common, and the fields that are their own."""
    for label, value in own.items():
        page.locator(f"#{label}").fill(value)
    page.get_by_label("Tên đăng nhập (Số CMT/CCCD)").fill(person.number)
    page.get_by_label("Họ tên").fill(person.name)
    page.get_by_label("Ngày sinh").fill("17/04/1992")
    page.get_by_label("Số điện thoại").fill(person.phone)
    prove_human(page)


def submit(page: Page) -> None:
    """Press “Đăng ký”."""
    page.get_by_role("button", name="Đăng ký", exact=True).click()


def confirm_and_finish(page: Page, site: Site, person: Person) -> None:
    """Give the code from the phone's inbox and a password; arrive signed in."""
    page.wait_for_url("**/dang-ky/otp**")
    page.get_by_label("Nhập mã OTP").fill(site.newest_code(person.phone))
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url("**/dang-ky/mat-khau**")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_label("Xác nhận lại mật khẩu").fill(PASSWORD)
    submit(page)
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    expect(page.locator("header").get_by_text(person.name)).to_be_visible()


# A certificate: what is pressed in the signing program and on the phone.


def ask_token(page: Page) -> None:
    """Begin, and have the signing program ask for a token."""
    page.get_by_role("button", name="Bắt đầu").click()
    page.get_by_role("button", name="Ký bằng USB").click()


def answer_token(site: Site, key: str = "", pin: str = PIN) -> None:
    """Choose a token and type its PIN in the program's window, or close it."""
    url = f"{site.sandbox.url}/local-signer/window"
    asking = _await_row(f"{url}.json", lambda _row: True)
    form = {"token": key, "pin": pin} if key else {"answer": "cancel"}
    _press(f"{url}/{asking['id']}", form)


def mend_token(site: Site, key: str) -> None:
    """Unblock a token, as its maker would."""
    _press(f"{site.sandbox.url}/local-signer/tokens/{key}/reset", {})


def ask_phone(page: Page, user: str) -> None:
    """Have the request sent to the phone."""
    page.locator("#user").fill(user)
    page.get_by_role("button", name=re.compile("^Gửi yêu cầu")).click()


def answer_phone(page: Page, site: Site, kind: str, answer: str) -> None:
    """Compare the code with the phone's, and answer there."""
    expect(page.get_by_role("heading", name=WAITING)).to_be_visible()
    code = page.locator(".compare").inner_text()
    url = f"{site.sandbox.url}/{kind}/phone"

    def is_ours(row: dict[str, str]) -> bool:
        return row["standing"] == "waiting" and code in row["code"] + row["shown"]

    asked = _await_row(f"{url}.json", is_ours)
    _press(f"{url}/{asked['id']}", {"answer": answer})


# The post office and the police.


def a_slip(site: Site, person: Person) -> str:
    """Let the clerk print a slip for somebody; return its code."""
    form = {
        "account": person.phone,
        "fullName": person.name,
        "birthDate": "1992-04-17",
        "idNumber": person.number,
    }
    _press(f"{site.sandbox.url}/post-identity", form)
    slips = httpx.get(f"{site.sandbox.url}/post-identity.json", trust_env=False).json()
    return str(slips[0]["code"])


def prove_to_the_police(page: Page, sim: str) -> None:
    """Sign in at VNeID with a SIM card, up to the page that asks for consent."""
    page.get_by_role("button", name="Tới trang của Bộ Công an").click()
    page.wait_for_url("**/police/sign-in/**")
    page.get_by_role("link", name="Sim ký số").click()
    page.get_by_label("Số điện thoại của SIM ký số").fill(sim)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url("**/police/consent/**")


# The database.


def account_of(site: Site, number: str) -> dict[str, Any]:
    """Return what is kept of the account with this number; Any: columns."""
    query = text(
        "select party, full_name, representative, phone, assurance_level,"
        " assurance_source, (select count(*) from account_certificate"
        " where account_id = account.id) as certificates from account"
        " where citizen_id = :number or tax_code = :number"
    )
    with site.engine.connect() as connection:
        return dict(connection.execute(query, {"number": number}).mappings().one())


def forget(site: Site) -> None:
    """Let our people begin anew; what one address may ask for is not counted on."""
    numbers = [person.number for person in (VAN_NAM, GAO_SACH, HEALTH_CENTRE)]
    with site.engine.begin() as connection:
        for statement in FORGETTING:
            connection.execute(text(statement), {"numbers": numbers})


def _await_row(url: str, is_it: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for row in httpx.get(url, trust_env=False).json():
            if is_it(row):
                return dict(row)
        time.sleep(0.1)
    raise AssertionError(f"nothing waits at {url}")


def _press(url: str, form: dict[str, str]) -> None:
    answer = httpx.post(url, data=form, trust_env=False)
    assert answer.status_code == 303, answer.text
