"""Signing in by the national portal, with the provider's own pages between (C07)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Open
from tests.journeys.people import BIRTH, ready
from tests.journeys.site import Site

NATIONAL = "Đăng nhập qua Cổng DVC Quốc gia"
NAME = "Hoàng Văn Nam"  # level 2, and no account of the province
FILING = f"/nop-ho-so?thu-tuc={BIRTH}"
DOOR, STEP = re.compile("/dang-nhap/?[?]"), re.compile("/nop-ho-so/?[?]thu-tuc")
NUMBER, PIN = "999092000012", "123456"


@pytest.fixture(autouse=True)
def mended(site: Site) -> Iterator[None]:
    """Every system is at its best again afterwards."""
    yield
    site.sandbox.mend()


def test_a_citizen_comes_in_by_the_national_portal_and_lands_where_they_were(
    open_page: Open,
) -> None:
    page = open_page()
    _leave_by_the_national_door(page)
    _prove(page)
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_url("**/dang-nhap/tro-ve**")
    expect(page.get_by_role("heading", name=f"Chào mừng {NAME}")).to_be_visible()
    expect(page.get_by_text("Kho giấy tờ điện tử đã mở")).to_be_visible()
    expect(page.get_by_text("9990******12")).to_be_visible()
    assert "code=" not in page.url
    assert "state=" not in page.url
    page.get_by_role("link", name="Tiếp tục").click()
    page.wait_for_url(STEP)
    expect(page.get_by_label("Đơn vị nhận")).to_be_visible()

    _sign_out_of_both(page)

    _leave_by_the_national_door(page)
    _prove(page)
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_url(STEP)
    expect(page.locator("header").get_by_text(NAME)).to_be_visible()


def test_who_refuses_to_share_is_told_so_and_keeps_the_other_door(
    open_page: Open,
) -> None:
    page = open_page(390, 844)
    _leave_by_the_national_door(page)
    _prove(page)
    page.get_by_role("button", name="Từ chối").click()
    page.wait_for_url(DOOR)
    expect(page.get_by_text("Bạn đã không đồng ý chia sẻ thông tin")).to_be_visible()
    expect(page.get_by_label("Địa chỉ email")).to_be_visible()
    _expect_the_door_to_keep_the_way(page)


def test_a_national_portal_that_falls_silent_leaves_the_provinces_own_door(
    site: Site, open_page: Open
) -> None:
    page = open_page()
    _leave_by_the_national_door(page)
    _prove(page)
    way_back = _hold_the_way_back(page)
    site.sandbox.switch("identity", "down")
    page.goto(way_back)
    page.wait_for_url(DOOR)
    expect(page.get_by_text("đang không trả lời")).to_be_visible()
    expect(page.get_by_label("Địa chỉ email")).to_be_visible()
    assert "code=" not in page.url


def _hold_the_way_back(page: Page) -> str:
    """Agree, but stay: return the address the browser would be sent to."""
    held: list[str] = []

    def hold(route: Route) -> None:
        held.append(route.fetch(max_redirects=0).headers["location"])
        route.fulfill(status=204)

    page.route("**/consent/**", hold)
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_timeout(1_000)
    page.unroute("**/consent/**")
    return held[0]


def _leave_by_the_national_door(page: Page) -> None:
    page.goto(FILING)
    page.wait_for_url(DOOR)
    ready(page)
    _expect_the_door_to_keep_the_way(page)
    page.get_by_role("button", name=NATIONAL).click()
    page.wait_for_url("**/identity/**")


def _expect_the_door_to_keep_the_way(page: Page) -> None:
    door = page.locator("form").filter(has=page.get_by_role("button", name=NATIONAL))
    expect(door.locator("[name=tiep]")).to_have_value(FILING)


def _prove(page: Page) -> None:
    page.get_by_role("link", name="Usb ký số").click()
    page.get_by_label("USB ký số đang cắm").select_option(NUMBER)
    page.get_by_label("Mã PIN của USB ký số").fill(PIN)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/consent/**")


def _sign_out_of_both(page: Page) -> None:
    page.locator("header summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/dang-nhap/da-dang-xuat**")
    page.get_by_role("link", name="Đăng xuất cả ở Cổng Dịch vụ công quốc gia").click()
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    expect(page.get_by_role("link", name="Đăng nhập").first).to_be_visible()
