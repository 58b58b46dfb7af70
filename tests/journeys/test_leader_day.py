"""A leader agrees to an extension on a phone; the citizen reads it (O05, 8.3)."""

import re
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect

from services.core.clock import local_day, now
from services.core.working_days import default_calendar
from tests.journeys.conftest import Open
from tests.journeys.people import (
    a_pdf,
    file_dossier,
    ready,
    receive,
    register,
)
from tests.journeys.site import Site

NAME, NUMBER, PHONE = "Ma Thị Hẹn", "999190000780", "0900000780"
GROUND = "Phải chờ cơ sở y tế trả lời về giấy chứng sinh, chúng tôi xin lỗi."
PHONE_SIZE: ViewportSize = {"width": 390, "height": 844}


def a_later_day() -> str:
    """Return a working day well after any promise of a birth registration."""
    today = local_day(now())
    calendar = default_calendar([today.year, today.year + 1])
    return f"{calendar.next_working_day(today + timedelta(days=40)):%d/%m/%Y}"


def propose_extension(page: Page, code: str, day: str) -> None:
    """Take the work, write the extension, read it as the citizen will, send it."""
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    page.get_by_role("button", name="Nhận việc").first.click()
    expect(page.get_by_role("button", name="Nhận việc")).to_have_count(0)
    page.goto(f"/can-bo/ho-so/{code}/gia-han")
    ready(page)
    page.get_by_label("Lý do chưa trả được đúng hẹn").fill(GROUND)
    page.get_by_label("Ngày hẹn trả mới").fill(day)
    late = page.get_by_label("Vì sao xin lỗi muộn")
    if late.count():
        late.fill("Cơ sở y tế trả lời muộn")
    page.get_by_role("button", name="Xem như người dân đọc").click()
    page.get_by_role("button", name="Trình lãnh đạo").click()
    expect(page.get_by_text("Đã trình lãnh đạo").first).to_be_visible()


def test_a_leader_agrees_on_a_phone_and_the_citizen_reads_the_new_day(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    citizen, intake = open_page(), open_page(as_kind="intake")
    clerk, leader = open_page(as_kind="processing"), open_page(as_kind="approver")
    day = a_later_day()
    register(citizen, site, NAME, NUMBER, PHONE)
    code = file_dossier(citizen, a_pdf(tmp_path, "giấy chứng sinh.pdf"))
    receive(intake, code)
    propose_extension(clerk, code, day)

    leader.set_viewport_size(PHONE_SIZE)
    leader.goto(f"/can-bo/ho-so/{code}")
    ready(leader)
    leader.get_by_role("button", name="Đồng ý", exact=True).click()
    expect(leader.get_by_text("Đã đồng ý").first).to_be_visible()

    citizen.goto(f"/ho-so/{code}")
    ready(citizen)
    expect(citizen.get_by_text(GROUND).first).to_be_visible()
    expect(citizen.get_by_text(re.compile(f"Ngày hẹn mới: .*{day}"))).to_be_visible()
    slip = citizen.get_by_role("link", name=re.compile("xin lỗi.*PDF")).first
    answer = citizen.request.get(slip.get_attribute("href") or "")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")
