"""A phone with a line that comes and goes (R5, R36–R38): words, offline page, notes."""

import json
import re
import time

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from tests.journeys.conftest import Open
from tests.journeys.lines import CUT_LINE, cut, make_breakable
from tests.journeys.people import begin_dossier, ready
from tests.journeys.site import Site
from tests.journeys.test_survival import PATIENCE

REQUEST = "Đăng ký khai sinh cho con là Nguyễn Thị Ánh Tuyết"
WAITING = "Chờ gửi – đang giữ trên máy này"
UNKEPT = "Chờ gửi – máy này không giữ lại"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('chua-gui:'))"
PHONE = (390, 844)
ZALO = "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 Zalo android/24"


def _type_offline(page: Page) -> None:
    make_breakable(page)
    begin_dossier(page)
    cut(page)
    request = page.get_by_label("Nội dung giải quyết")
    request.fill(REQUEST)
    request.blur()


def test_words_typed_without_a_line_wait_on_the_device_and_go_out_later(
    site: Site, open_page: Open
) -> None:
    page = open_page(*PHONE, as_kind="citizen", expected=CUT_LINE)
    _type_offline(page)

    line = page.locator("#da-luu")
    expect(line).to_have_text(WAITING)
    assert len(page.evaluate(KEPT)) == 1
    address, context = page.url, page.context
    page.close()  # the tab is gone before the line is back
    context.set_offline(False)

    again = context.new_page()
    again.goto(address)
    ready(again)

    expect(again.get_by_label("Nội dung giải quyết")).to_have_value(REQUEST)
    expect(again.locator("#da-luu")).to_contain_text("Đã lưu lúc")
    assert _stored(site, address.split("/")[-2]) == REQUEST
    assert again.evaluate(KEPT) == []


def test_a_shared_device_keeps_no_word_and_says_so(open_page: Open) -> None:
    page = open_page(*PHONE, as_kind="citizen", expected=CUT_LINE)
    page.goto("/")
    page.context.add_cookies([{"name": "dvc-shared", "value": "1", "url": page.url}])
    _type_offline(page)

    expect(page.locator("#da-luu")).to_contain_text(UNKEPT)
    assert page.evaluate(KEPT) == []


def test_the_page_of_a_cut_line_lists_what_was_seen_and_signing_out_clears_it(
    open_page: Open, filed_code: str
) -> None:
    page = open_page(*PHONE, as_kind="citizen", expected=CUT_LINE)
    page.goto(f"/ca-nhan/ho-so?tim={filed_code}")
    ready(page)
    expect(page.get_by_text(filed_code).first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)

    page.goto("/tra-cuu")

    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa có mạng")
    expect(page.get_by_text(filed_code)).to_be_visible()
    expect(page.get_by_role("link", name="Thử lại")).to_be_visible()
    kept = json.loads(page.evaluate("localStorage.getItem('ho-so-da-xem')"))
    assert {key for row in kept for key in row} == {"code", "name", "status", "at"}

    page.context.set_offline(False)
    ready(page)  # the page one was on its way to comes by itself
    page.goto("/ca-nhan/ho-so")
    ready(page)
    page.evaluate(
        "dispatchEvent(new CustomEvent('post-go',"
        " {detail: {action: '/api/dang-xuat'}}))"
    )
    assert page.evaluate("localStorage.getItem('ho-so-da-xem')") is None


@pytest.mark.parametrize(
    ("agent", "app"),
    [
        (ZALO, "Zalo"),
        ("Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]", "Facebook"),
        ("Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/MessengerForiOS]", "Messenger"),
        ("Mozilla/5.0 (Linux; Android 13) musical_ly_330 BytedanceWebview", "TikTok"),
    ],
)
def test_inside_another_app_signing_in_offers_the_browser(
    open_page: Open, agent: str, app: str
) -> None:
    page = open_page(*PHONE)
    page.add_init_script(
        f"Object.defineProperty(navigator, 'userAgent', {{get: () => {agent!r}}})"
    )
    page.goto("/dang-nhap?tiep=%2Fca-nhan")
    ready(page)

    note = page.get_by_role("complementary").filter(has_text=app)
    expect(note).to_be_visible()
    resumed = note.get_by_label("Liên kết mở tiếp đúng trang này")
    assert re.search(r"/dang-nhap/?\?tiep=", resumed.input_value())

    page.goto("/thu-tuc")  # reading works, and nothing stands in its way
    ready(page)
    expect(note).to_have_count(0)


def test_an_ordinary_browser_is_told_nothing(open_page: Open) -> None:
    page = open_page(*PHONE)
    page.goto("/dang-nhap")
    ready(page)

    expect(page.get_by_text("Bạn đang mở cổng bên trong")).to_have_count(0)


def _stored(site: Site, draft: str) -> str:
    query = text("select answers->>'request' from dossier where id = :draft")
    deadline, kept = time.monotonic() + PATIENCE, ""
    while kept != REQUEST and time.monotonic() < deadline:
        time.sleep(0.1)
        with site.engine.connect() as connection:
            kept = str(connection.execute(query, {"draft": draft}).scalar_one())
    return kept
