"""Twelve procedures filed whole, from the procedure's page to the printed form (C10–C16)."""

import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import DESK, PHONE, Open
from tests.journeys.filling import choose_commune, fill_eform
from tests.journeys.paying import PAID, choose, pay_at_bank, press_pay, says
from tests.journeys.people import (
    a_pdf,
    begin_dossier,
    code_given,
    go_on,
    hand_in,
    prove_human,
    ready,
    receive,
    send_papers,
)
from tests.journeys.site import Site

SECOND_PHONE = "0900000498"
SECOND_NAME = "Nông Văn Đức"


@dataclass(frozen=True)
class Case:
    """One procedure, its form, and what is particular about this filing."""

    procedure: str
    form: str
    named: str  # key of the name that the printed form must hold
    width: int
    way: str = "counter"


CASES = (
    Case("1.001193", "KS", "e.nks_name", 1280, "post"),
    Case("1.000656", "KT", "e.nkt_name", 390),
    Case("1.001776", "TGXH", "e.person_name", 1280, "collect"),
    Case("1.012783", "CDGCN", "e.owner_name", 390),
    Case("1.013225", "GPXD", "e.investor_name", 1280),
    Case("1.014159", "TTQH", "e.asker_name", 390),
)


def open_as(open_page: Open, width: int) -> Page:
    """Open a page of the citizen, at a desk or on a phone."""
    view = PHONE if width == PHONE["width"] else DESK
    return open_page(view["width"], view["height"], as_kind="citizen")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.procedure)
def test_a_form_is_filled_in_whole_filed_and_printed(
    open_page: Open, tmp_path: Path, case: Case
) -> None:
    page = open_as(open_page, case.width)
    named = _to_delivery(page, case.procedure, case.form, case.named, tmp_path)
    _choose_delivery(page, case.way)
    _to_review(page)
    expect(page.locator(".form-facts").get_by_text(named).first).to_be_visible()
    code = hand_in(page)
    _is_printed(page, code, named)
    _has_page(page, code, named)


def test_copies_are_counted_page_by_page_and_an_exemption_takes_the_fee_away(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_as(open_page, PHONE["width"])
    named = _to_delivery(page, "2.000815", "CTBS", "e.asker_name", tmp_path)
    go_on(page, "phi")
    # 2 pages at 2.000 in 5 copies, and 1 page in 3 copies.
    expect(page.locator(".total")).to_contain_text("26.000")
    page.get_by_label(re.compile("vay vốn tại tổ chức tín dụng")).check()
    expect(page.locator(".fee-table .relief").first).to_contain_text("Miễn")
    expect(page.locator(".total")).not_to_contain_text("26.000")
    proof = a_pdf(tmp_path, "hợp đồng vay vốn.pdf", 1)
    page.locator("#relief_proof input[type=file]").first.set_input_files(proof)
    sent = page.locator("#relief_proof").get_by_text("Đã kiểm tra")
    expect(sent).to_be_visible(timeout=30_000)
    _press_to_review(page)
    code = hand_in(page)
    _is_printed(page, code, named)
    _has_page(page, code, named)


def test_what_is_due_first_is_paid_and_the_code_is_given_after_the_last_look(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    page = open_as(open_page, PHONE["width"])
    named = _to_delivery(page, "1.001612", "HKD", "e.owner_name", tmp_path)
    _to_review(page)
    expect(page.get_by_role("button", name="Nộp hồ sơ")).to_have_count(0)
    page.get_by_label("Tôi chắc chắn rằng").check()
    prove_human(page)
    page.get_by_role("button", name=re.compile("Thanh toán 100.000")).click()
    page.wait_for_url(re.compile("/thanh-toan/[^/]+$"))
    expect(page.get_by_label("Họ và tên")).not_to_have_value("")  # who files, as known
    page.get_by_role("button", name="Thanh toán", exact=True).click()
    page.wait_for_url("**/ngan-hang")
    choose(page, "Vietcombank")
    press_pay(page)
    page.wait_for_url("**/pay/**")
    pay_at_bank(site, page)
    says(page, PAID)
    page.get_by_role("link", name="Xem lại và gửi hồ sơ").click()
    page.wait_for_url("**/xac-nhan**")
    expect(page.get_by_text("Đã nhận tiền.")).to_be_visible()
    page.get_by_role("button", name="Đồng ý").click()
    code = code_given(page)
    _is_printed(page, code, named)
    _has_page(page, code, named)


def test_two_people_marry_the_second_signs_on_a_phone_with_a_code(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    page = open_as(open_page, DESK["width"])
    named = _to_delivery(page, "1.000894", "KH", "e.vo_name", tmp_path)
    _to_review(page)
    panel = page.locator("#cosign")
    expect(panel).to_contain_text("Người kết hôn với bạn")
    page.get_by_label("Họ tên người ký").fill(SECOND_NAME)
    page.get_by_label("Số di động hoặc email của người ấy").fill(SECOND_PHONE)
    page.get_by_role("button", name="Gửi lời mời").click()
    address = panel.locator(".code-line").inner_text()

    second = open_page(PHONE["width"], PHONE["height"])
    second.goto(address)
    ready(second)
    second.get_by_label("Họ và tên của bạn").fill(SECOND_NAME)
    second.get_by_role("button", name="Mở hồ sơ").click()
    expect(second.get_by_text(named).first).to_be_visible()
    second.get_by_role("button", name=re.compile("Gửi mã đến")).click()
    second.get_by_label("Mã xác nhận").fill(site.newest_code(SECOND_PHONE))
    second.get_by_role("button", name="Ký hồ sơ").click()
    expect(second.get_by_text("Bạn đã ký.")).to_be_visible()

    expect(panel).to_contain_text(f"{SECOND_NAME} đã ký")  # by itself, no reload
    code = hand_in(page)
    _is_printed(page, code, named)
    _has_page(page, code, named)


@pytest.mark.parametrize(
    ("procedure", "form", "named", "width", "legs"),
    [
        ("2.002621", "LTKS", "e.nks_name", 1280, 3),
        ("2.002622", "LTKT", "e.nkt_name", 390, 3),
    ],
)
def test_one_declaration_becomes_legs_and_the_desk_receives_the_first_alone(
    open_page: Open,
    tmp_path: Path,
    procedure: str,
    form: str,
    named: str,
    width: int,
    legs: int,
) -> None:
    page = open_as(open_page, width)
    name = _to_delivery(page, procedure, form, named, tmp_path)
    _to_review(page)
    declaration = hand_in(page)
    _is_printed(page, declaration, name)
    page.goto(f"/ho-so/{declaration}")
    ready(page)
    cards = page.locator(".legs > li")
    expect(cards).to_have_count(legs)
    expect(cards.filter(has_text="Chờ thủ tục trước")).to_have_count(legs - 1)
    first = cards.first.get_by_role("link").inner_text()
    leg = re.search(r"H55[\d.-]+", first)
    assert leg
    assert leg.group() != declaration

    officer = open_page(as_kind="intake")
    _is_queued(officer, leg.group(), is_there=True)
    _is_queued(officer, declaration, is_there=False)
    if form == "LTKS":
        _fill_office_part(officer, leg.group())
        receive(officer, leg.group())
        page.reload()
        ready(page)
        expect(cards.first).to_contain_text(re.compile("Được tiếp nhận|Đang xử lý"))


def test_registering_a_residence_leads_to_the_national_portal(open_page: Open) -> None:
    page = open_as(open_page, PHONE["width"])
    page.goto("/thu-tuc/1.004222")
    ready(page)
    national = page.get_by_role("link", name="Mở Cổng Dịch vụ công quốc gia")
    expect(national.first).to_be_visible()
    expect(page.get_by_role("link", name="Nộp hồ sơ trực tuyến")).to_have_count(0)


def _to_delivery(
    page: Page, procedure: str, form: str, named: str, folder: Path
) -> str:
    """Go to step 4 with every answer and paper; return the name in the form."""
    begin_dossier(page, procedure)
    page.locator("[name=submitter_address]").fill(
        "Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên"
    )
    fill_eform(page, form)
    name = page.locator(f'[id="{named}"]').input_value()
    go_on(page, "thanh-phan")
    send_papers(page, a_pdf(folder, f"giấy tờ {procedure}.pdf"))
    return name


def _choose_delivery(page: Page, way: str) -> None:
    if way == "counter":
        return
    if way == "post":
        page.get_by_label("Gửi hồ sơ của tôi đến địa chỉ").check()
    else:
        page.get_by_label(re.compile("Đăng ký nộp hồ sơ tại nhà")).check()
        page.get_by_label("Ngày bưu điện đến").select_option(index=1)
        page.get_by_label("Buổi").select_option(label="Buổi chiều")
    page.locator("[name=recipient_name]").fill("Nguyễn Thị Mai Hương")
    page.locator("[name=recipient_phone]").fill("0900000001")
    choose_commune(page, "delivery_address")
    page.locator('[id="delivery_address.detail"]').fill("Số 12, tổ 5")
    expect(page.get_by_text(re.compile("Cước bưu điện: [0-9.]+"))).to_be_visible()


def _to_review(page: Page) -> None:
    go_on(page, "phi")
    _press_to_review(page)


def _press_to_review(page: Page) -> None:
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    ready(page)


def _is_printed(page: Page, code: str, named: str) -> None:
    answer = page.request.get(f"/in/to-khai/{code}")
    assert answer.status == 200
    body = answer.body()
    assert body.startswith(b"%PDF")
    words = "".join(one.extract_text() for one in PdfReader(BytesIO(body)).pages)
    assert _plain(named) in _plain(words)


def _plain(words: str) -> str:
    """Return the words alike however the page breaks and capitalises them."""
    return "".join(unicodedata.normalize("NFC", words).casefold().split())


def _has_page(page: Page, code: str, named: str) -> None:
    page.goto(f"/ho-so/{code}")
    ready(page)
    expect(page.locator("main")).to_contain_text(code)
    expect(page.locator(f"main a[href*='/in/to-khai/{code}']").first).to_be_visible()
    page.get_by_text("Nội dung tờ khai").click()
    lines = page.locator(".form-facts dd").get_by_text(named, exact=True)
    expect(lines.first).to_be_visible()


def _is_queued(officer: Page, code: str, is_there: bool) -> None:
    officer.goto("/can-bo/cong-viec")
    ready(officer)
    officer.locator("main form [type=search]").fill(code)
    officer.keyboard.press("Enter")
    line = officer.locator(".desk-line").filter(has_text=code)
    if is_there:
        expect(line).to_have_count(1)
    else:
        expect(officer.locator(".empty")).to_be_visible()
        expect(line).to_have_count(0)


def _fill_office_part(officer: Page, code: str) -> None:
    officer.goto(f"/can-bo/ho-so/{code}/tiep-nhan")
    ready(officer)
    details = officer.get_by_role("tab", name=re.compile("Thông tin chi tiết"))
    details.click()
    mine = officer.get_by_label("Phần thông tin điền của cán bộ tiếp nhận")
    mine.click()
    expect(mine).to_be_checked()
    officer.get_by_label("Đúng hạn").check()
    number = officer.get_by_label("Số đăng ký")
    number.fill("127/2026")
    number.blur()
    expect(officer.locator(".office-part .saved")).to_contain_text("Đã lưu")
    officer.reload()
    ready(officer)
    details.click()
    expect(officer.get_by_label("Số đăng ký")).to_have_value("127/2026")
    expect(officer.get_by_label("Đúng hạn")).to_be_checked()
