"""Getting an account back, and ending what is open elsewhere (C04, C27, SS-6)."""

import re

from playwright.sync_api import Page, expect

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
    _ask_a_code(here)
    here.get_by_label("Nhập mã OTP").fill(site.newest_code(PHONE))
    here.get_by_role("button", name="Xác nhận").click()
    here.wait_for_url(re.compile("/quen-mat-khau/mat-khau"))
    here.get_by_label("Mật khẩu", exact=True).fill(NEW)
    here.get_by_label("Xác nhận lại mật khẩu").fill(NEW)
    here.get_by_role("button", name="Đặt mật khẩu mới").click()
    here.wait_for_url(lambda url: "quen-mat-khau" not in url)

    elsewhere.goto("/ca-nhan")
    elsewhere.wait_for_url(re.compile("/dang-nhap"))

    account = Account("citizen", NAME, NUMBER, NEW, "")
    _sign_in(elsewhere, account)
    _sign_in_if_asked(here, account)
    here.goto("/ca-nhan/thiet-bi")
    expect(here.get_by_text("2 thiết bị")).to_be_visible()
    here.get_by_role("button", name=re.compile("Đăng xuất .*, đăng nhập lúc")).click()
    expect(here.get_by_text("1 thiết bị")).to_be_visible()
    elsewhere.goto("/ca-nhan")
    elsewhere.wait_for_url(re.compile("/dang-nhap"))


def _ask_a_code(page: Page) -> None:
    page.goto("/quen-mat-khau")
    ready(page)
    page.get_by_label("Tài khoản của bạn").fill(NUMBER)
    prove_human(page)
    page.get_by_role("button", name="Gửi mã OTP").click()
    expect(page.get_by_label("Nhập mã OTP")).to_be_visible()


def _sign_in_if_asked(page: Page, account: Account) -> None:
    page.goto("/ca-nhan")
    expect(page.locator("main h1")).to_be_visible()
    if "/dang-nhap" in page.url:
        _sign_in(page, account)


def _sign_in(page: Page, account: Account) -> None:
    ready(page)
    page.get_by_label("Địa chỉ email").fill(account.sign_in)
    page.get_by_label("Mật khẩu", exact=True).fill(account.password)
    page.locator("main").get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(re.compile("/ca-nhan"))
