"""Ministries that hand dossiers over or are told of them, by the manuals' labels."""

import re
import time
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import ready
from tests.journeys.prepared import filed, now_do, prepare, received
from tests.journeys.site import Site

NATURE, ASSISTANCE = "/natural-resources", "/social-assistance"
UNIT, RENEWAL = "H55.242", "1.012783"  # cấp đổi giấy chứng nhận
PATIENCE = 40.0  # seconds


def row_there(site: Site, system: str, code: str, field: str) -> dict[str, Any]:
    """Wait until a system has this field of a dossier. Any: JSON of theirs."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = httpx.get(f"{site.sandbox.url}{system}.json", trust_env=False)
        for row in answer.json():
            if row["MaHoSo"] == code and row.get(field):
                found: dict[str, Any] = row
                return found
        time.sleep(0.3)
    raise AssertionError(f"{system} has no {field} of {code}")


def test_what_a_citizen_files_at_the_environment_ministry_is_received_here(
    site: Site, open_page: Open
) -> None:
    person, clerk = open_page(390, 844), open_page(as_kind="intake")
    theirs = _file_at_the_ministry(site, person)
    now_do(site, "arrivals.fetch")
    ours = str(row_there(site, NATURE, theirs, "MaHoSoDiaPhuong")["MaHoSoDiaPhuong"])

    clerk.goto(f"/can-bo/ho-so/{ours}")
    ready(clerk)
    clerk.get_by_role("tab", name="Lịch sử").click()
    expect(clerk.get_by_text(f"Mã hồ sơ ở đó: {theirs}")).to_be_visible()
    row_there(site, NATURE, theirs, "TienDo")  # told under their own code
    person.get_by_role("link", name="Dịch vụ công của tôi").last.click()
    expect(person.locator("main")).to_contain_text(f"mã ở địa phương {ours}")


def _file_at_the_ministry(site: Site, page: Page) -> str:
    page.goto(site.sandbox.url + NATURE)
    offered = page.get_by_role("listitem").filter(has_text=RENEWAL)
    offered.get_by_role("link", name="Chọn đơn vị").click()
    page.get_by_label("Cơ quan thực hiện").select_option(UNIT)
    page.get_by_role("button", name="Đồng ý").click()
    page.get_by_role("link", name="Nộp trực tuyến").click()
    page.get_by_label("Dùng giấy tờ hư cấu").check()
    page.get_by_role("button", name="Tiếp tục").click()
    picture = page.get_by_role("img").get_attribute("aria-label") or ""
    shown = re.search(r"\d{5}", picture)
    assert shown is not None
    page.get_by_role("textbox", name="Mã xác nhận").fill(shown[0])
    page.get_by_role("button", name="Gửi hồ sơ").click()
    return page.locator("output").inner_text()


def test_the_way_of_a_received_dossier_is_read_at_the_registry_of_assistance(
    site: Site, open_page: Open
) -> None:
    with prepare(site) as here:
        code = filed(here, "1.001776", "TGXH")
        received(here, code)
    row_there(site, ASSISTANCE, code, "QuyTrinh")

    page = open_page(390, 844)
    page.goto(f"{site.sandbox.url}{ASSISTANCE}.tra-cuu")
    page.get_by_label("Nhập Mã hồ sơ").fill(code)
    page.get_by_role("button", name="Tra cứu").click()
    expect(page.get_by_role("heading", name="Quy trình")).to_be_visible()
    expect(page.locator("table.steps tbody tr").first).to_contain_text("Nộp hồ sơ")
