"""Nothing typed is lost, nothing is filed twice, focus is where one looks (section 8)."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from sqlalchemy import text

from tests.journeys.conftest import Open
from tests.journeys.lines import BANNER, CUT_LINE, cut, make_breakable, mend
from tests.journeys.people import (
    BIRTH,
    OPEN_PAPER,
    a_pdf,
    begin_dossier,
    fill_information,
    go_on,
    prove_human,
    ready,
    send_papers,
)
from tests.journeys.site import Site

FORMLESS = "1.004873"  # asks nothing beside the common part
ADDRESS = "Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên"
REQUEST = "Đăng ký khai sinh cho con là Nguyễn Thị Ánh Tuyết"
PATIENCE = 15.0  # seconds
FAULTS = {
    "trang.pdf": "Nội dung tệp không đúng với đuôi tên",
    "khóa.pdf": "Tệp có mật khẩu",
    "mã.pdf": "Tệp PDF có mã tự chạy",
    "lớn.pdf": "Tệp lớn hơn mức cho phép",
}


def test_what_was_typed_survives_a_reload_in_each_step_and_another_device(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page)
    request = page.get_by_label("Nội dung giải quyết")
    request.fill(REQUEST)
    request.blur()
    expect(page.get_by_text("Đã lưu lúc")).to_be_visible()
    _reload(page, request)
    expect(request).to_have_value(REQUEST)
    fill_information(page)
    page.locator(OPEN_PAPER).locator("input[type=file]").set_input_files(
        a_pdf(tmp_path, "giấy chứng sinh.pdf")
    )
    expect(page.get_by_text("Đã kiểm tra")).to_be_visible(timeout=30_000)
    _reload(page, page.get_by_text("Đã kiểm tra"))

    other = open_page(390, 844, as_kind="citizen")
    other.goto(f"/thu-tuc/{BIRTH}")
    ready(other)
    other.get_by_role("link", name="Nộp hồ sơ trực tuyến").first.click()
    other.get_by_role("link", name=re.compile("Làm tiếp hồ sơ đang soạn")).first.click()
    other.wait_for_url(page.url)
    expect(other.get_by_text("Đã kiểm tra")).to_be_visible()

    send_papers(page, a_pdf(tmp_path, "tờ khai.pdf"))
    _reload(page, page.get_by_text("Hình thức nhận kết quả"))
    go_on(page, "phi")
    _reload(page, page.get_by_role("button", name="Tiếp tục"))
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    _reload(page, page.get_by_label("Tôi chắc chắn rằng"))
    expect(page.get_by_text(REQUEST)).to_be_visible()
    expect(page.get_by_text(ADDRESS).first).to_be_visible()


def _reload(page: Page, seen: Locator) -> None:
    expect(seen.first).to_be_visible()
    page.reload()
    ready(page)
    expect(seen.first).to_be_visible()


def test_what_was_typed_survives_a_lost_connection(site: Site, open_page: Open) -> None:
    page = open_page(as_kind="citizen", expected=CUT_LINE)
    make_breakable(page)
    begin_dossier(page)
    request = page.get_by_label("Nội dung giải quyết")
    cut(page)
    request.fill(REQUEST)
    request.blur()
    expect(page.get_by_text(BANNER)).to_be_visible(timeout=30_000)
    expect(request).to_have_value(REQUEST)

    mend(page)
    expect(page.get_by_text(BANNER)).to_have_count(0, timeout=30_000)
    expect(request).to_have_value(REQUEST)
    _await_kept(site, page.url.split("/")[-2])
    page.reload()
    expect(request).to_have_value(REQUEST)


def _await_kept(site: Site, draft: str) -> None:
    """Wait until the draft holds the request; nobody pressed anything for it."""
    query = text("select answers->>'request' from dossier where id = :draft")
    deadline, kept = time.monotonic() + PATIENCE, ""
    while kept != REQUEST and time.monotonic() < deadline:
        time.sleep(0.1)
        with site.engine.connect() as connection:
            kept = connection.execute(query, {"draft": draft}).scalar_one()
    assert kept == REQUEST


def test_pressing_twice_files_once_and_back_shows_the_sheet(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page)
    draft = page.url.split("/")[-2]
    fill_information(page)
    send_papers(page, a_pdf(tmp_path, "giấy chứng sinh.pdf"))
    go_on(page, "phi")
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    before = _filed(site)
    page.get_by_label("Tôi chắc chắn rằng").check()
    prove_human(page)
    page.get_by_role("button", name="Nộp hồ sơ").dblclick()
    page.wait_for_url("**/bien-nhan**")
    code = page.locator(".sheet .code").inner_text()
    assert _filed(site) == before + 1

    page.go_back()
    page.wait_for_url(f"**/{code}/bien-nhan**")
    expect(page.locator(".sheet .code")).to_have_text(code)
    page.goto(f"/nop-ho-so/{draft}/thong-tin")
    page.wait_for_url(f"**/{code}/bien-nhan**")
    assert _filed(site) == before + 1


def _filed(site: Site) -> int:
    with site.engine.connect() as connection:
        query = text("select count(*) from dossier where code is not null")
        count: int = connection.execute(query).scalar_one()
        return count


def test_a_wrong_file_says_what_is_wrong_with_it_and_a_removed_one_comes_back(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(as_kind="citizen", expected="413")
    begin_dossier(page)
    fill_information(page)
    paper = page.locator(OPEN_PAPER)
    for path in _wrong_files(tmp_path):
        paper.locator("input[type=file]").set_input_files(path)
        sentence = FAULTS[path.name]
        expect(paper.get_by_text(sentence)).to_be_visible(timeout=30_000)
    good = a_pdf(tmp_path, "giấy chứng sinh.pdf")
    paper.locator("input[type=file]").set_input_files(good)
    expect(paper.get_by_text("Đã kiểm tra")).to_be_visible(timeout=30_000)
    for sentence in FAULTS.values():
        expect(paper.get_by_text(sentence)).to_be_visible()

    page.get_by_role("button", name=f"Xóa tệp {good.name}").click()
    expect(paper.get_by_text("Đã kiểm tra")).to_have_count(0)
    page.get_by_role("button", name="Hoàn tác").click()
    expect(paper.get_by_text("Đã kiểm tra")).to_be_visible()
    expect(paper.get_by_role("link", name=good.name, exact=True)).to_be_visible()


def _wrong_files(folder: Path) -> list[Path]:
    paths = [folder / name for name in FAULTS]
    page, locked, scripted, large = paths
    page.write_text("<!doctype html><title>trang</title>")
    for path in (locked, scripted):
        writer = PdfWriter()
        writer.add_blank_page(595, 842)
        if path is locked:
            writer.encrypt("mật khẩu", algorithm="AES-256")
        else:
            writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
                {
                    NameObject("/S"): NameObject("/JavaScript"),
                    NameObject("/JS"): TextStringObject("app.alert('xin chào')"),
                }
            )
        writer.write(path)
    large.write_bytes(b"%PDF-1.7\n" + bytes(11 << 20))
    return paths


def test_focus_goes_to_the_heading_and_to_the_faults_and_from_there_to_the_field(
    open_page: Open,
) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page)
    expect(page.locator("main h1")).to_be_focused()
    title = page.title()
    page.get_by_label("Nội dung giải quyết").fill("")
    page.get_by_role("button", name="Tiếp tục").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert page.title() == "Lỗi: " + title

    summary.get_by_role("link", name=re.compile("Nội dung giải quyết")).click()
    field = page.get_by_label("Nội dung giải quyết")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("path", ["/thu-tuc?tim=khai+sinh", "/tra-cuu?ma=abc"])
def test_a_link_into_the_page_keeps_the_address_and_what_was_asked(
    open_page: Open, path: str
) -> None:
    page = open_page()
    page.goto(path)
    ready(page)
    page.get_by_role("link", name="Tới nội dung chính").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert page.url.partition("?")[2] == path.partition("?")[2]


def test_step_two_is_filled_in_and_left_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page, FORMLESS)
    expect(page.locator("main h1")).to_be_focused()
    _tab_to(page, "submitter_address")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(ADDRESS)
    _tab_to(page, "same_person")
    _tab_to(page, "request")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(REQUEST)
    _tab_to(page, "copies")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanh-phan**")
    expect(page.locator("main h1")).to_be_focused()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no way to {name} by Tab")
