"""“Lưu vào kho” by keyboard alone; the citizen finds the papers (O09)."""

import re
from pathlib import Path

import typst
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import (
    a_pdf,
    file_dossier,
    ready,
    receive,
    register,
)
from tests.journeys.site import Site
from tests.journeys.test_whole_story import _appraise, _approve

NAME, NUMBER, PHONE = "Lường Thị Kho", "999190000779", "0900000779"
LINES = (
    "BỆNH VIỆN ĐA KHOA",
    "GIẤY CHỨNG SINH",
    "Số: 77/2026",
    f"Họ và tên: {NAME}",
    f"Số định danh cá nhân: {NUMBER}",
    "Nơi cấp: Bệnh viện đa khoa Đại Từ",
    "Ngày cấp: 05/08/2026",
)
READ = 60_000  # milliseconds until a machine under load has read a page


def a_birth_record(folder: Path) -> Path:
    """Return a PDF with words on it."""
    source, paper = folder / "paper.typ", folder / "giấy chứng sinh.pdf"
    source.write_text('#set text(font: "Noto Serif")\n' + " \\\n".join(LINES), "utf-8")
    pdf: bytes = typst.compile(str(source), font_paths=["services/papers/fonts"])
    paper.write_bytes(pdf)
    return paper


def keep_by_keyboard(page: Page, **typed: str) -> None:
    """Confirm field after field with Enter, type what is missing, save."""
    page.locator("#kind").focus()
    for _ in range(20):
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.type") == "submit":
            break
        name = str(page.evaluate("document.activeElement.name"))
        if typed.get(name):
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.insert_text(typed[name])
    page.keyboard.press("Enter")


def test_an_officer_keeps_a_component_and_the_result_and_their_owner_finds_both(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    citizen, intake = open_page(), open_page(as_kind="intake")
    clerk, head = open_page(as_kind="processing"), open_page(as_kind="approver")
    register(citizen, site, NAME, NUMBER, PHONE)
    code = file_dossier(citizen, a_birth_record(tmp_path))
    receive(intake, code)
    _appraise(clerk, code, a_pdf(tmp_path, "trích lục khai sinh.pdf", 1))
    _approve(head, code)

    intake.goto(f"/can-bo/ho-so/{code}/luu-kho")
    ready(intake)
    expect(intake.locator("#number")).to_have_value("77/2026", timeout=READ)
    keep_by_keyboard(intake)
    expect(intake.locator(".live")).to_contain_text("Lưu thành công giấy tờ")
    # The next paper opens by itself: the result, whose number the dossier knows.
    expect(intake.locator("#number")).to_have_value("01/KS")
    keep_by_keyboard(intake, owner=NAME, owner_number=NUMBER)
    expect(intake.get_by_text(re.compile("^Đã lưu giấy tờ")).first).to_be_visible()
    expect(intake.get_by_text("Đã lưu 2/2 giấy tờ")).to_be_visible()

    citizen.goto("/ca-nhan/tai-lieu")
    ready(citizen)
    expect(citizen.get_by_text("77/2026")).to_be_visible()
    expect(citizen.get_by_text("01/KS")).to_be_visible()
