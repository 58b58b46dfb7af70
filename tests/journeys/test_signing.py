"""Two results in one press; one is left out on the phone, then signed again (O16)."""

import re
import time
from io import BytesIO
from pathlib import Path

import httpx
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import Open
from tests.journeys.looking import faults_of
from tests.journeys.people import (
    a_pdf,
    file_dossier,
    ready,
    receive,
)
from tests.journeys.site import Site

SIGNER = "999078000021"  # the head's certificate, at the sandbox's SmartCA
PRINTED = 30_000  # milliseconds until a paper is printed on a busy machine
SIGNED = 40_000


def draft(page: Page, code: str) -> None:
    """Take the step, write the result from a template, look at it, present it."""
    page.goto(f"/can-bo/ho-so/{code}")
    ready(page)
    page.get_by_role("button", name="Nhận việc").click()
    page.get_by_role("link", name="Soạn từ mẫu").click()
    page.wait_for_url("**/du-thao")
    page.get_by_role("button", name="Xem trước bản PDF").click()
    page.get_by_role("button", name="Đính kèm dự thảo").click(timeout=PRINTED)
    page.wait_for_url(re.compile(f"/can-bo/ho-so/{code}$"))
    # Drawn anew with the result: what is written before is written for nothing.
    expect(page.get_by_role("link", name=f"du-thao-{code}.pdf")).to_be_visible()
    page.get_by_label(re.compile("Ý kiến xử lý")).fill("Hồ sơ hợp lệ, đề nghị ký.")
    page.get_by_role("button", name="Hoàn thành bước").click()
    expect(page.get_by_role("button", name="Hoàn thành bước")).to_have_count(0)


def open_signing(page: Page) -> None:
    """Open what is presented; the first time the page asks for the signer's number."""
    page.goto("/can-bo/ky-so")
    ready(page)
    press = page.get_by_role("button", name="Duyệt và ký bằng SmartCA")
    number = page.get_by_label("Số căn cước của người ký")
    expect(press.or_(number)).to_be_visible()
    if number.count():
        number.fill(SIGNER)
        page.get_by_role("button", name="Lưu số").click()
    expect(press).to_be_visible()


def tick_only(page: Page, *codes: str) -> None:
    """Tick all with one press, then leave out what another test has presented."""
    boxes = page.locator("input[name^='ky-']")
    if boxes.count() > 1:
        page.get_by_label("Chọn tất cả").check()
        expect(page.locator("input[name^='ky-']:not(:checked)")).to_have_count(0)
    for box in boxes.all():
        name = box.get_attribute("name") or ""
        box.set_checked(name.removeprefix("ky-") in codes)


def press(page: Page) -> None:
    """Sign what is ticked; the phone and the page show the same code."""
    page.get_by_role("button", name="Duyệt và ký bằng SmartCA").click()
    expect(page.locator(".compare")).to_be_visible(timeout=PRINTED)


def answer(sandbox: str, page: Page, leave_out: int = 0) -> None:
    """Confirm on the phone, but for so many documents."""
    shown = page.locator(".compare").inner_text().strip()
    deadline = time.monotonic() + 20
    waiting: list[dict[str, str]] = []
    while not waiting and time.monotonic() < deadline:
        rows = httpx.get(f"{sandbox}/smart-ca/phone.json", trust_env=False).json()
        waiting = [one for one in rows if one["code"] == shown]
    (one,) = waiting
    form = {"answer": "confirm", "skip": one["documents"].split()[:leave_out]}
    said = httpx.post(
        f"{sandbox}/smart-ca/phone/{one['id']}", data=form, trust_env=False
    )
    assert said.status_code == 303


def signatures_in(page: Page, code: str) -> int:
    """Return how many signatures the citizen's copy of the result carries."""
    page.goto(f"/ho-so/{code}")
    ready(page)
    link = page.get_by_role("link", name=f"ket-qua-{code}.pdf")
    answered = page.request.get(link.get_attribute("href") or "")
    assert answered.status == 200
    fields = PdfReader(BytesIO(answered.body())).get_fields() or {}
    return len([one for one in fields.values() if one.get("/FT") == "/Sig"])


def test_two_results_are_signed_with_one_press_and_one_left_out_again(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    citizen, intake = open_page(as_kind="citizen"), open_page(as_kind="intake")
    clerk, head = open_page(as_kind="processing"), open_page(as_kind="approver")
    paper = a_pdf(tmp_path, "giấy chứng sinh.pdf")
    codes = [file_dossier(citizen, paper), file_dossier(citizen, paper)]
    for code in codes:
        receive(intake, code)
        draft(clerk, code)

    open_signing(head)
    tick_only(head, *codes)
    press(head)
    assert faults_of(head, "what is being signed") == []
    answer(site.sandbox.url, head, leave_out=1)
    last = head.locator("section").filter(has_text="Lần ký gần nhất")
    expect(last.get_by_text("Đã ký", exact=True)).to_have_count(1, timeout=SIGNED)
    expect(last.get_by_text("Bạn đã từ chối trên điện thoại")).to_have_count(1)
    mine = [f"input[name='ky-{code}']" for code in codes]
    left = head.locator(", ".join(mine))
    expect(left).to_have_count(1)
    again = str(left.get_attribute("name")).removeprefix("ky-")
    tick_only(head, again)
    press(head)
    answer(site.sandbox.url, head)
    expect(last.get_by_text("Đã ký", exact=True)).to_have_count(1, timeout=SIGNED)
    expect(left).to_have_count(0)

    assert [signatures_in(citizen, code) for code in codes] == [1, 1]
