"""At the counter: somebody without an account, a paper scanned, Mẫu 01 printed (O04)."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import a_pdf, ready

FUNERAL = "1.014028"  # hỗ trợ chi phí mai táng: no electronic form of its own
PERSON = {
    "full_name": "Hà Thị Quầy",
    "birth_date": "02/09/1961",
    "number": "999161000781",
    "phone": "0900000781",
    "address": "Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
}
RECEIVED = re.compile(r"Hồ sơ H55(\.\d+)?-\d{6}-\d{4} đã tiếp nhận")


def begin_for(page: Page, procedure: str, person: dict[str, str]) -> None:
    """Tick the procedure, type the person by hand, and open the draft."""
    page.goto("/can-bo/tiep-nhan")
    ready(page)
    page.get_by_label("Tìm thủ tục").fill(procedure)
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.locator(".procedure-ticks .tick").filter(has_text=procedure).click()
    expect(page.get_by_text("1 bộ")).to_be_visible()
    for name, text in person.items():
        page.locator(f"#nguoi-nop [name={name}]").fill(text)
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    page.wait_for_url(re.compile(r"/can-bo/tiep-nhan/[0-9a-f-]{36}"))
    ready(page)


def scan_required(page: Page, paper: Path) -> None:
    """Scan a paper for every component that must be there."""
    page.get_by_role("tab", name="Thành phần hồ sơ").click()
    for one in page.locator(".paper:has(.required)").all():
        one.locator("input[type=file]").set_input_files(paper)
        seen = one.locator(".file").filter(has_text=paper.name)
        expect(seen.get_by_text("Đã kiểm tra")).to_be_visible(timeout=30_000)


def test_somebody_without_an_account_is_received_at_the_counter(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(as_kind="intake")
    begin_for(page, FUNERAL, PERSON)
    page.locator("[name=request]").fill("Hỗ trợ chi phí mai táng cho mẹ tôi")
    page.locator("[name=copies]").click()  # leaves the field, which saves it
    scan_required(page, a_pdf(tmp_path, "tờ khai.pdf"))

    page.get_by_label("Đã ký trên giấy").check()
    page.get_by_role("button", name="Xác nhận hoàn thành").click()

    expect(page.get_by_text(RECEIVED)).to_be_visible()
    sheet = page.get_by_role("link", name="In giấy hẹn").get_attribute("href")
    answered = page.request.get(sheet or "")
    assert answered.status == 200
    assert answered.body().startswith(b"%PDF")
