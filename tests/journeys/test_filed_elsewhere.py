"""A dossier filed at the national portal stands at the desk here (decision 10)."""

import re
import time

import httpx
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import ready
from tests.journeys.prepared import now_do
from tests.journeys.site import Site

THERE = "/national-portal.nop-ho-so"
PATIENCE = 40.0  # seconds


def test_a_dossier_filed_at_the_national_portal_is_followed_here_by_its_code(
    site: Site, open_page: Open
) -> None:
    person, clerk = open_page(390, 844), open_page(as_kind="intake")
    theirs = _filed_there(site, person)
    now_do(site, "arrivals.fetch")
    ours = _taken_over(site, theirs)

    person.goto(f"/tra-cuu?ma={theirs}")
    ready(person)
    main = person.locator("main")
    expect(main).to_contain_text("Đã nộp tại Cổng Dịch vụ công quốc gia")
    expect(main).to_contain_text(ours)
    expect(main).not_to_contain_text("Hoàng Thị Mơ")  # masked for whoever asks

    clerk.goto(f"/can-bo/ho-so/{ours}")
    ready(clerk)
    expect(clerk.locator("main")).to_contain_text("Hoàng Thị Mơ")
    clerk.get_by_role("tab", name="Lịch sử").click()
    expect(clerk.get_by_text(f"Mã hồ sơ ở đó: {theirs}")).to_be_visible()


def _filed_there(site: Site, page: Page) -> str:
    page.goto(site.sandbox.url + THERE)
    page.get_by_label("Nội dung giải quyết").fill("Chứng thực bản sao bằng cấp")
    page.get_by_role("button", name="Nộp hồ sơ").click()
    code = page.locator("#filed ~ ul b").first.inner_text()
    assert re.fullmatch(r"G22-\d{6}-\d{6}", code)
    return code


def _taken_over(site: Site, theirs: str) -> str:
    """Wait for the acknowledgement; return our code."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        rows = httpx.get(f"{site.sandbox.url}{THERE}.json", trust_env=False).json()
        ours = next(row["province"] for row in rows if row["MaHoSo"] == theirs)
        if ours:
            return str(ours)
        time.sleep(0.3)
    raise AssertionError("nobody took it over")
