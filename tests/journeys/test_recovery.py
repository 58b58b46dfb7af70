"""Getting an account back, and ending what is open elsewhere (C04, C27, SS-6)."""

import re
import time

from playwright.sync_api import Page, expect
from sqlalchemy import text

from tests.journeys.conftest import Open
from tests.journeys.people import prove_human, ready, register
from tests.journeys.site import Account, Site

NAME, NUMBER, PHONE = "Nông Thị Ánh Tuyết", "999190000818", "0900000818"
NEW = "cày sâu cuốc bẫm 54"


def test_a_code_brings_an_account_back_and_the_device_list_ends_another_browser(
    site: Site, open_page: Open
) -> None:
    elsewhere, here = open_page(expected="4[0-9][0-9]"), open_page(390, 844)
    register(elsewhere, site, NAME, NUMBER, PHONE)
    first = site.newest_code(PHONE)
    _let_a_minute_pass(site)
    _ask_a_code(here)
    here.get_by_label("Nhập mã OTP").fill(_code_after(site, first))
    here.get_by_role("button", name="Xác nhận").click()
    here.wait_for_url(re.compile("/quen-mat-khau/mat-khau"))
    here.get_by_label("Mật khẩu", exact=True).fill(NEW)
    here.get_by_label("Xác nhận lại mật khẩu").fill(NEW)
    here.get_by_role("button", name="Đặt mật khẩu mới").click()
    here.wait_for_url(lambda url: "quen-mat-khau" not in url)

    # The other browser feels it by itself: its page loads anew, signed out.
    way_in = elsewhere.get_by_role("banner").get_by_role("link", name="Đăng nhập")
    expect(way_in).to_be_visible()

    account = Account("citizen", NAME, NUMBER, NEW, "")
    way_in.click()
    elsewhere.wait_for_url(re.compile("/dang-nhap"))
    _sign_in(elsewhere, account)
    here.goto("/ca-nhan/thiet-bi")
    expect(here.get_by_text("2 thiết bị")).to_be_visible()
    here.get_by_role("button", name=re.compile("Đăng xuất .*, đăng nhập lúc")).click()
    expect(here.get_by_text("1 thiết bị")).to_be_visible()
    expect(way_in).to_be_visible()  # also when it was signed out a moment ago


def _let_a_minute_pass(site: Site) -> None:
    """Make the code of the registration older than the pause between two codes."""
    aged = "update one_time_code set sent_at = sent_at - interval '2 minutes'"
    with site.engine.begin() as connection:
        connection.execute(text(aged + " where phone = :phone"), {"phone": PHONE})


def _code_after(site: Site, first: str) -> str:
    """Return the code that came after the first one, once it is there."""
    for _ in range(100):
        if (code := site.newest_code(PHONE)) != first:
            return code
        time.sleep(0.2)
    raise AssertionError("no second code")


def _ask_a_code(page: Page) -> None:
    page.goto("/quen-mat-khau")
    ready(page)
    page.get_by_label("Tài khoản của bạn").fill(NUMBER)
    prove_human(page)
    page.get_by_role("button", name="Gửi mã OTP").click()
    expect(page.get_by_label("Nhập mã OTP")).to_be_visible()


def _sign_in(page: Page, account: Account) -> None:
    ready(page)
    page.get_by_label("Địa chỉ email").fill(account.sign_in)
    page.get_by_label("Mật khẩu", exact=True).fill(account.password)
    page.locator("main").get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(lambda url: "/dang-nhap" not in url)
