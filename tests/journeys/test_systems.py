"""Systems of the ministries as their manuals walk them, by the labels (O10–O12, O14)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from services.core.clock import local_day, now
from tests.journeys.conftest import Open
from tests.journeys.people import a_pdf, file_dossier, ready
from tests.journeys.prepared import filed, finished, now_do, prepare, received
from tests.journeys.site import Site

UNIT = "H55.242"
ANSWERED = 75_000  # milliseconds; a system that fell five times rests for a minute
PULLED = 40_000
BUNDLES = "Danh sách hồ sơ liên thông DVCLT", "/can-bo/bao-cao/lien-thong"


@pytest.fixture(autouse=True)
def mended(site: Site) -> Iterator[None]:
    """Let no system stay broken after a test."""
    yield
    turn(site, "national_portal", "normal")


def turn(site: Site, system: str, mode: str) -> None:
    """Turn the switch of a system in the sandbox."""
    answer = httpx.post(
        f"{site.sandbox.url}/faults/{system}", json={"mode": mode}, trust_env=False
    )
    assert answer.is_success


def press_there(site: Site, path: str, **form: str) -> None:
    """Press a button on a page of the sandbox."""
    answer = httpx.post(f"{site.sandbox.url}/{path}", data=form, trust_env=False)
    assert answer.status_code == 303, answer.text


def ledger_of(site: Site, system: str) -> list[dict[str, Any]]:
    """Return what a system has on its own books. Any: JSON of theirs."""
    answer = httpx.get(f"{site.sandbox.url}/{system}.json", trust_env=False)
    rows: list[dict[str, Any]] = answer.json()
    return rows


def not_by_itself(site: Site, code: str) -> None:
    """Put off what is tried again by the clock: only a person's press sends it."""
    later = text(
        "update outbox_message set next_try_at = now() + interval '1 hour' from dossier"
        " where dossier.id = dossier_id and code = :code and next_try_at is not null"
    )
    with site.engine.begin() as connection:
        connection.execute(later, {"code": code})


def from_menu(page: Page, entry: str, path: str) -> None:
    """Open a page as an officer finds it."""
    page.goto("/can-bo/cong-viec")
    ready(page)
    page.locator("header details.person > summary").click()
    page.locator("header").get_by_role("link", name=entry, exact=True).click()
    page.wait_for_url(f"**{path}")
    ready(page)


def test_a_dossier_filed_while_the_national_portal_is_down_waits_and_is_sent_again(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    citizen, clerk = open_page(as_kind="citizen"), open_page(as_kind="intake")
    turn(site, "national_portal", "down")
    code = file_dossier(citizen, a_pdf(tmp_path, "giấy chứng sinh.pdf"))

    from_menu(clerk, "Đồng bộ Bộ, ngành", "/can-bo/dong-bo")
    clerk.get_by_role("link", name="Chờ gửi", exact=True).click()
    waiting = clerk.get_by_role("link", name="Chờ gửi", exact=True)
    expect(waiting).to_have_attribute("aria-current", "page")
    clerk.get_by_label("Mã hồ sơ").fill(code)
    clerk.get_by_role("button", name="Tìm").click()
    clerk.wait_for_url(f"**tim={code}**")
    ready(clerk)
    expect(clerk.get_by_text("Không trả lời").first).to_be_visible()
    clerk.get_by_role("link", name=f"Xem tin hồ sơ của hồ sơ {code}").click()
    clerk.wait_for_url(re.compile("/can-bo/dong-bo/[0-9a-f-]{36}"))
    status = clerk.locator("main header [role=status]")
    expect(status).to_contain_text("Chờ gửi")

    not_by_itself(site, code)
    turn(site, "national_portal", "normal")
    clerk.get_by_role("button", name="Gửi lại").click()

    expect(status).to_contain_text("Đã nhận", timeout=ANSWERED)
    assert code in {row["MaHoSo"] for row in ledger_of(site, "national-portal")}


def test_a_construction_permit_is_written_read_again_and_sent_to_the_ministry(
    site: Site, open_page: Open
) -> None:
    with prepare(site) as here:
        code = filed(here, "1.013225", "GPXD")
        received(here, code)
        finished(here, code, "07/GPXD")
    page = open_page(as_kind="processing")
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    page.get_by_role("link", name="Thông tin giấy phép").click()
    page.wait_for_url("**/giay-phep")
    expect(page.get_by_role("heading", name="Cập nhật thông tin")).to_be_visible()
    expect(page.get_by_label("Số giấy phép")).to_have_value("07/GPXD")

    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Có 1 chỗ cần sửa")).to_be_visible()
    page.get_by_label("Người ký").fill("Hoàng Minh Đức")
    page.get_by_label("Người ký").blur()
    expect(page.get_by_text("Đã giữ lúc")).to_be_visible()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#permit")).to_contain_text("Hoàng Minh Đức")
    page.get_by_role("button", name="Đồng bộ giấy phép BXD").click()

    expect(page.get_by_text("Đã nhận", exact=True)).to_be_visible(timeout=ANSWERED)
    [told] = [
        row for row in ledger_of(site, "construction-permits") if row["MaHoSo"] == code
    ]
    [record] = told["GiayPhep"]
    assert (record["SoGiayPhep"], record["NguoiKy"]) == ("07/GPXD", "Hoàng Minh Đức")


def test_anybody_looks_up_enterprises_budget_units_and_transport(
    site: Site, open_page: Open
) -> None:
    page, today = open_page(), local_day(now())
    page.goto("/ho-tro")
    ready(page)
    page.get_by_role(
        "link", name=re.compile("Tra cứu thông tin Đăng ký doanh nghiệp")
    ).click()
    page.wait_for_url("**/ho-tro/tra-cuu**")
    page.get_by_label("Mã số doanh nghiệp").fill("4600999001")
    page.get_by_role("button", name="Tìm kiếm").click()
    expect(page.get_by_text("Tên doanh nghiệp")).to_be_visible()

    unit = ledger_of(site, "budget-units")[0]
    page.get_by_role("link", name="Mã số có quan hệ ngân sách").click()
    page.get_by_role("link", name="Thông tin chi tiết hồ sơ").click()
    page.get_by_label("Mã hồ sơ", exact=True).fill(unit["MaHoSo"])
    page.get_by_role("button", name="Tìm kiếm").click()
    expect(page.get_by_text(unit["TenDonVi"])).to_be_visible()

    page.get_by_role("link", name="Đăng ký vận tải").click()
    page.get_by_role("link", name="Thống kê hồ sơ theo tháng").click()
    page.get_by_label("Tháng").fill(f"{today:%m/%Y}")
    page.get_by_role("button", name="Thống kê", exact=True).click()
    counts = page.locator("main table tbody tr").first
    expect(counts.get_by_text(re.compile("[1-9]")).first).to_be_visible()


def test_an_interlinked_declaration_is_listed_filtered_and_its_result_opened(
    site: Site, open_page: Open
) -> None:
    press_there(
        site, "interlinked-services.file", kind="birth", door="dvcqg", unit=UNIT
    )
    page = open_page(as_kind="intake")
    now_do(site, "interlinked_desk.fetch")
    from_menu(page, *BUNDLES)
    row = page.locator("main tbody tr").filter(has_text="Nông Hoàng Minh")
    expect(row).to_be_visible(timeout=PULLED)
    row.get_by_role("link", name=re.compile("Chi tiết hồ sơ liên thông")).click()
    leg = page.locator("main .legs article").first
    expect(leg.get_by_text("Mới đăng ký")).to_be_visible()
    leg.get_by_role("link", name="Mở hồ sơ").click()
    page.wait_for_url(re.compile("/can-bo/ho-so/H55"))
    code = page.url.split("/")[-1].split("?")[0]
    with prepare(site) as here:
        received(here, code)
        finished(here, code, "12/KS")

    from_menu(page, *BUNDLES)
    page.get_by_label("Tên chủ hồ sơ").fill("không có ai tên thế")
    page.get_by_role("button", name="Thống kê").click()
    expect(page.get_by_text("Không thấy hồ sơ liên thông nào như vậy")).to_be_visible()
    page.get_by_label("Tên chủ hồ sơ").fill("nong hoang minh")
    page.get_by_role("button", name="Thống kê").click()
    expect(row).to_be_visible()
    file = row.get_by_role("link", name=re.compile("^Mở: "))
    answer = page.request.get(file.get_attribute("href") or "")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")


def test_a_birth_is_declared_entered_and_its_entry_becomes_the_result(
    site: Site, open_page: Open
) -> None:
    with prepare(site) as here:
        code = filed(here, "1.001193", "KS")
        received(here, code)
    page = open_page(as_kind="processing")
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    card = page.locator("#civil-status")
    expect(card).to_contain_text("Đã gửi, chờ xử lý", timeout=PULLED)
    page.get_by_role("button", name="Nhận việc").click()
    expect(page.get_by_role("button", name="Nhận việc")).to_have_count(0)

    press_there(site, "civil-status.move", code=code, state="4")
    now_do(site, "civil_status.pull")
    expect(card).to_contain_text("Đã vào sổ", timeout=PULLED)
    use = card.get_by_role("button", name="Dùng làm kết quả (đã ký ở hệ thống hộ tịch)")
    expect(use).to_be_visible(timeout=PULLED)  # once their PDF is inspected
    paper = card.get_by_role("link", name="Bản giấy hộ tịch (PDF)")
    answer = page.request.get(paper.get_attribute("href") or "")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")
    use.click()

    expect(page.locator(".live")).to_contain_text("Đã đính kèm kết quả số")
    expect(page.locator("#result")).to_contain_text("Gỡ kết quả")
