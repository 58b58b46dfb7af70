"""One real dossier, from a citizen's first search to the result in their hands."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import text

from tests.journeys.conftest import Open
from tests.journeys.people import (
    BIRTH,
    a_pdf,
    fill_information,
    go_on,
    hand_in,
    ready,
    receive_by_keys,
    register,
    send_papers,
)
from tests.journeys.site import Site

NAME = "Nông Thị Ánh Tuyết"
RESULT = "trích lục khai sinh.pdf"
LIFE = ["submitted", "received", "processing", "result_ready", "returned"]
MOST_PRESSES = 6  # of a clean dossier, without the mouse (O03)
LIVE = 2_000  # milliseconds until the other side's act is seen; a second, and slack


def test_a_dossier_travels_to_the_desk_and_back_and_every_open_page_follows(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    citizen, stranger, intake = open_page(), open_page(), open_page(as_kind="intake")
    intake.goto("/can-bo/cong-viec")
    ready(intake)
    register(citizen, site, NAME, "999190000777", "0900000777")
    code = _find_and_file(citizen, a_pdf(tmp_path, "giấy chứng sinh.pdf"))
    queue = intake.get_by_role("button", name=re.compile("Có 1 hồ sơ mới"))
    expect(queue).to_be_visible(timeout=LIVE)

    status = _follow(citizen, stranger, code)
    queue.click()
    assert receive_by_keys(intake, code) <= MOST_PRESSES
    expect(status).to_have_text("Đang xử lý", timeout=LIVE)
    expect(stranger.get_by_text("Đang xử lý").first).to_be_visible(timeout=LIVE)

    _work_it_through(open_page, code, a_pdf(tmp_path, RESULT, 1))
    expect(status).to_have_text("Chờ trả kết quả", timeout=LIVE)
    expect(citizen.get_by_role("link", name=RESULT)).to_be_visible(timeout=LIVE)

    _return(intake, code)
    expect(status).to_have_text("Đã trả kết quả", timeout=LIVE)
    expect(stranger.get_by_text("Đã trả kết quả").first).to_be_visible(timeout=LIVE)
    assert _statuses(site, code) == LIFE


def _follow(citizen: Page, stranger: Page, code: str) -> Locator:
    citizen.get_by_role("link", name="Theo dõi hồ sơ").click()
    status = citizen.locator("main .tag").first
    expect(status).to_have_text("Mới đăng ký")
    stranger.goto(f"/tra-cuu?ma={code}")
    expect(stranger.get_by_text("Mới đăng ký").first).to_be_visible()
    expect(stranger.get_by_text(NAME)).to_have_count(0)
    return status


def _work_it_through(open_page: Open, code: str, result: Path) -> None:
    clerk, head = open_page(as_kind="processing"), open_page(as_kind="approver")
    _appraise(clerk, code, result)
    _approve(head, code)


def _find_and_file(page: Page, paper: Path) -> str:
    page.goto("/")
    ready(page)
    page.get_by_label("Tìm thủ tục, mã hồ sơ").press_sequentially("giay khai sinh")
    page.get_by_label("Tìm thủ tục, mã hồ sơ").press("Enter")
    page.wait_for_url("**/thu-tuc?**")
    found = page.locator("li.result").filter(has=page.locator(f"a[href*='{BIRTH}']"))
    found.get_by_role("link", name="Nộp hồ sơ").click()
    page.wait_for_url("**/nop-ho-so**")
    page.get_by_label("Đơn vị nhận").select_option(
        label="Ủy ban nhân dân phường Linh Sơn"
    )
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_url("**/thong-tin**")
    expect(page.get_by_label("Nội dung giải quyết")).to_be_visible()
    fill_information(page)
    send_papers(page, paper)
    go_on(page, "phi")
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    return hand_in(page)


def _appraise(page: Page, code: str, result: Path) -> None:
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    page.get_by_role("button", name="Nhận việc").click()
    page.locator("#result input[type=file]").set_input_files(result)
    expect(page.locator("#result").get_by_text("Đã kiểm tra")).to_be_visible()
    page.get_by_label("Số ký hiệu").fill("01/KS")
    page.get_by_role("button", name="Đính kèm kết quả").click()
    expect(page.get_by_role("button", name="Gỡ kết quả")).to_be_visible()
    page.get_by_label(re.compile("Ý kiến xử lý")).fill("Hồ sơ hợp lệ, đề nghị duyệt.")
    page.get_by_role("button", name="Hoàn thành bước").click()
    expect(page.get_by_role("button", name="Hoàn thành bước")).to_have_count(0)


def _approve(page: Page, code: str) -> None:
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    take = page.get_by_role("button", name="Nhận việc")
    approve = page.get_by_role("button", name=re.compile("Duyệt, chuyển"))
    expect(take.or_(approve).first).to_be_visible()
    if take.count():
        take.click()
    approve.click()
    expect(page.get_by_text("Chờ trả kết quả").first).to_be_visible()


def _return(page: Page, code: str) -> None:
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    page.get_by_label("Người nhận").fill(NAME)
    page.get_by_role("button", name="Trả kết quả").click()
    expect(page.get_by_text("Đã trả kết quả").first).to_be_visible()


def _statuses(site: Site, code: str) -> list[str]:
    query = text(
        "select t.status from timeline_entry t join dossier d on d.id = t.dossier_id"
        " where d.code = :code group by t.status order by min(t.at)"
    )
    with site.engine.connect() as connection:
        return list(connection.execute(query, {"code": code}).scalars())
