"""Every page in its main states: WCAG 2.2 AA by machine, headings, narrow screens."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.looking import faults_of
from tests.journeys.people import (
    BIRTH,
    OPEN_PAPER,
    a_pdf,
    begin_dossier,
    fill_information,
    go_on,
    hand_in,
    prove_human,
    ready,
    send_papers,
)
from tests.journeys.site import Site

PUBLIC = {
    "/": "Bạn cần làm gì?",
    "/thu-tuc?tim=khai+sinh": "Thủ tục đăng ký khai sinh",
    "/thu-tuc?tim=zzqqxxzz": "zzqqxxzz",
    f"/thu-tuc/{BIRTH}": "Thành phần hồ sơ",
    "/thu-tuc/0.000000": "0.000000",
    "/su-kien/sinh-con": "Làm tất cả trong một lần",
    "/su-kien/khong-co": "Không có trang này",
    "/ky-cung/khong-co": "Không mở được lời mời này",
    "/tra-cuu": "Một mã hồ sơ",
    "/tra-cuu?ma=abc": "Có 1 chỗ cần sửa",
    "/tra-cuu?ma=H55.242-260101-9999": "H55.242-260101-9999",
    "/thanh-toan": "Trả được bằng ba cách",
    "/thanh-toan/khong-co": "Không mở được yêu cầu thanh toán này",
    "/ho-tro": "Tổng đài",
    "/khong-co-trang-nay": "Không tìm thấy trang",
    "/dang-ky": "Thuê bao di động",
    "/dang-ky?nhom=co-quan": "Cơ quan nhà nước",
    "/dang-nhap": "Tài khoản của tỉnh",
    "/dang-nhap/otp": "Gửi mã OTP tới",
    "/dang-nhap/da-dang-xuat": "Bạn đã đăng xuất",
    "/quen-mat-khau": "Lấy lại tài khoản",
    "/can-bo/dang-nhap": "Đăng nhập cán bộ",
}
# By who opens them; {code}: of a dossier that nobody has received.
OFFICE = {
    "": ("/lay-so?don-vi=H55.242", "/man-hinh-cho/H55.242", "/man-hinh"),
    "intake": (
        "/can-bo/tiep-nhan",
        "/can-bo/tra-ket-qua",
        "/can-bo/ho-so/{code}/tu-choi",
        "/can-bo/ho-so/{code}/chuyen-don-vi",
        "/can-bo/ho-so/{code}/bo-sung",
        "/can-bo/bao-cao",
        "/can-bo/so-theo-doi",
        "/can-bo/bao-cao/tep",
    ),
    "processing": ("/can-bo/y-kien",),
    "approver": ("/can-bo/lanh-dao", "/can-bo/ky-so", "/can-bo/ho-so/{code}/gia-han"),
    "quantri": (
        "/quan-tri/quy-trinh",
        "/quan-tri/lich-lam-viec",
        "/quan-tri/mau-van-ban",
    ),
}
WRONG = re.compile("Có .* chỗ cần sửa")
SIXTH = "999190000606"
PHONE = "0900000606"


def test_what_a_visitor_reads_is_open_to_everybody(open_page: Open) -> None:
    page = open_page(expected="404")
    faults = []
    for path in PUBLIC:
        page.goto(path)
        ready(page)
        expect(page.locator("main .skeleton:visible")).to_have_count(0)
        faults += faults_of(page, path)
    page.goto("/")
    ready(page)
    page.get_by_label("Tìm thủ tục, mã hồ sơ").fill("khai sinh")
    expect(page.locator(".suggestions li").first).to_be_visible()
    faults += faults_of(page, "suggestions")
    assert faults == []


def test_the_skip_link_leads_past_the_menu(open_page: Open) -> None:
    page = open_page()
    page.goto("/")
    ready(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_registering_and_signing_in_are_open_to_everybody_and_so_are_their_faults(
    site: Site, open_page: Open
) -> None:
    page = open_page(expected="4[0-9][0-9]")
    faults = []
    for path in ("/dang-nhap", "/can-bo/dang-nhap"):
        page.goto(path)
        ready(page)
        page.locator("main [name=name]").fill("999190000999")
        page.locator("main [name=password]").fill("không phải mật khẩu")
        page.locator("main form:has([name=password]) [type=submit]").click()
        expect(page.get_by_text(WRONG)).to_be_visible()
        faults += faults_of(page, f"{path} refused")

    page.goto("/dang-ky/thue-bao")
    ready(page)
    page.get_by_role("button", name="Đăng ký", exact=True).click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "register, nothing filled in")
    page.get_by_label("Tên đăng nhập (Số CMT/CCCD)").fill(SIXTH)
    page.get_by_label("Họ tên").fill("Lý Thị Sáu")
    page.get_by_label("Ngày sinh").fill("12/03/1990")
    page.get_by_label("Số điện thoại").fill(PHONE)
    prove_human(page)
    faults += faults_of(page, "register, proved")
    page.get_by_role("button", name="Đăng ký", exact=True).click()

    page.wait_for_url("**/dang-ky/otp**")
    page.get_by_label("Nhập mã OTP").fill("12")
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "one-time code refused")
    page.get_by_label("Nhập mã OTP").fill(site.newest_code(PHONE))
    page.get_by_role("button", name="Xác nhận").click()

    page.wait_for_url("**/dang-ky/mat-khau**")
    page.locator("[name=password]").fill("ngắn")
    page.get_by_role("button", name="Đăng ký", exact=True).click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "password refused")
    assert faults == []


def test_filing_is_open_to_everybody_in_each_of_its_steps_and_faults(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(as_kind="citizen")
    faults = _start(page)
    begin_dossier(page)
    faults += faults_of(page, "step 2")
    page.get_by_label("Nội dung giải quyết").fill("")
    page.get_by_label("Số bộ hồ sơ").fill("không")
    faults += _refused(page, "step 2")
    page.get_by_label("Nội dung giải quyết").fill("Đăng ký khai sinh cho con")
    page.get_by_label("Số bộ hồ sơ").fill("1")
    fill_information(page)

    faults += _refused(page, "step 3")
    wrong = tmp_path / "trang.pdf"
    wrong.write_text("<!doctype html><title>trang</title>")
    page.locator(OPEN_PAPER).locator("input[type=file]").set_input_files(wrong)
    expect(page.get_by_text("Không nhận")).to_be_visible(timeout=30_000)
    faults += faults_of(page, "step 3, a file refused")
    page.get_by_role("button", name="Xóa tệp trang.pdf").click()
    expect(page.get_by_text("Đã xóa một tệp.")).to_be_visible()
    faults += faults_of(page, "step 3, a file removed")
    send_papers(page, a_pdf(tmp_path, "giấy chứng sinh.pdf"))

    faults += faults_of(page, "step 4")
    page.get_by_label("Gửi hồ sơ của tôi đến địa chỉ").check()
    page.get_by_label(re.compile("Đăng ký nộp hồ sơ tại nhà")).check()
    expect(page.locator("[name=recipient_name]")).to_be_visible()
    faults += faults_of(page, "step 4, by post and collected")
    faults += _refused(page, "step 4")
    page.get_by_label(re.compile("Đăng ký nộp hồ sơ tại nhà")).uncheck()
    page.get_by_label("Trực tiếp tại Bộ phận TN&TKQ").check()
    expect(page.locator("[name=recipient_name]")).to_have_count(0)
    go_on(page, "phi")
    faults += faults_of(page, "step 5")
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    expect(page.get_by_label("Tôi chắc chắn rằng")).to_be_visible()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "step 6 refused")

    faults += _cosigned(page, open_page())
    code = hand_in(page)
    faults += faults_of(page, "sheet")
    faults += _own_pages(page, code)
    assert faults == []


def _start(page: Page) -> list[str]:
    page.goto(f"/thu-tuc/{BIRTH}")
    ready(page)
    page.get_by_role("link", name="Nộp hồ sơ trực tuyến").first.click()
    expect(page.get_by_label("Đơn vị nhận")).to_be_visible()
    faults = faults_of(page, "step 1")
    page.get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    return faults + faults_of(page, "step 1 refused")


def _refused(page: Page, step: str) -> list[str]:
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    return faults_of(page, f"{step} refused")


def _cosigned(page: Page, second: Page) -> list[str]:
    """Look at what the second person sees, then take the invitation back."""
    panel = page.locator("#cosign")
    panel.locator("summary").click()
    panel.get_by_role("button", name="Gửi lời mời").click()
    expect(panel.locator(".field--error").first).to_be_visible()
    faults = faults_of(page, "step 6, invitation refused")
    page.get_by_label("Họ tên người ký").fill("Nông Văn Đức")
    page.get_by_label("Số di động hoặc email của người ấy").fill("0900000497")
    panel.get_by_role("button", name="Gửi lời mời").click()
    second.goto(panel.locator(".code-line").inner_text())
    ready(second)
    faults += faults_of(second, "co-sign, whose link")
    second.get_by_label("Họ và tên của bạn").fill("nong van duc")
    second.get_by_role("button", name="Mở hồ sơ").click()
    ask = second.get_by_role("button", name=re.compile("Gửi mã đến"))
    expect(ask).to_be_visible()
    faults += faults_of(page, "step 6, invited") + faults_of(second, "co-sign")
    ask.click()
    second.get_by_label("Mã xác nhận").fill("12")
    second.get_by_role("button", name="Ký hồ sơ").click()
    expect(second.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(second, "co-sign refused")
    page.get_by_role("button", name="Rút lời mời").click()
    expect(panel.get_by_role("button", name="Gửi lại lời mời")).to_be_attached()
    return faults


def _own_pages(page: Page, code: str) -> list[str]:
    faults = []
    for path in (
        f"/ho-so/{code}",
        "/ho-so/H55.242-260101-9999",
        f"/tra-cuu?ma={code}",
        "/ca-nhan",
        "/ca-nhan/lien-he?sua=phone",
        "/ca-nhan/du-lieu",
        "/ca-nhan/ho-so",
        "/ca-nhan/ho-so?tim=zzqqxxzz",
        "/ca-nhan/thiet-bi",
        "/ca-nhan/mat-khau",
        "/ca-nhan/uy-quyen",
        "/ca-nhan/tai-lieu",
        "/ca-nhan/tai-lieu?tim=zzqqxxzz",
        "/ca-nhan/thong-bao",
        "/ca-nhan/bo-sung",
        f"/ho-so/{code}/trao-doi",
        f"/ho-so/{code}/rut",
        f"/ho-so/{code}/sao-chep",
        f"/ho-so/{code}/bo-sung",
        "/nop-ho-so/00000000-0000-4000-8000-000000000000/thong-tin",
    ):
        page.goto(path)
        ready(page)
        expect(page.locator("main .skeleton:visible")).to_have_count(0)
        faults += faults_of(page, path)
    return faults


def test_a_citizen_without_dossiers_finds_a_page_open_to_everybody(
    open_page: Open,
) -> None:
    page = open_page(as_kind="999085000002")
    page.goto("/ca-nhan/ho-so")
    expect(page.get_by_role("link", name="Tìm thủ tục").first).to_be_visible()
    assert faults_of(page, "no dossiers") == []


def test_the_officers_second_factor_is_open_to_everybody(
    site: Site, open_page: Open
) -> None:
    page = open_page(expected="4[0-9][0-9]")
    account = site.account("motcua.khac")
    page.goto("/can-bo/dang-nhap")
    ready(page)
    page.locator("main [name=name]").fill(account.sign_in)
    page.locator("main [name=password]").fill(account.password)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/can-bo/xac-thuc**")
    ready(page)
    faults = faults_of(page, "second factor")
    page.locator("[name=code]").fill("12")
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    assert faults + faults_of(page, "second factor refused") == []


def test_the_officers_pages_are_open_to_everybody(
    open_page: Open, filed_code: str
) -> None:
    page = open_page(as_kind="intake")
    page.goto("/can-bo/cong-viec")
    ready(page)
    expect(page.locator(".desk-line").first).to_be_visible()
    faults = faults_of(page, "desk")
    page.locator("main form [type=search]").fill("zzqqxxzz")
    page.keyboard.press("Enter")
    expect(page.locator(".empty")).to_be_visible()
    faults += faults_of(page, "desk, none found")

    page.goto(f"/can-bo/ho-so/{filed_code}/tiep-nhan")
    ready(page)
    expect(page.get_by_role("tab").first).to_be_visible()
    for tab in page.get_by_role("tab").all():
        tab.click()
        faults += faults_of(page, f"reception, {tab.inner_text()}")
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "reception refused")

    page.goto(f"/can-bo/ho-so/{filed_code}")
    ready(page)
    expect(page.get_by_role("tab").first).to_be_visible()
    for tab in page.get_by_role("tab").all():
        tab.click()
        faults += faults_of(page, f"processing, {tab.inner_text()}")
    assert faults == []


def test_the_day_in_the_office_is_open_to_everybody(
    open_page: Open, filed_code: str
) -> None:
    faults = []
    for kind, paths in OFFICE.items():
        page = open_page(as_kind=kind)
        for path in paths:
            page.goto(path.format(code=filed_code))
            ready(page)
            expect(page.locator("main .skeleton:visible")).to_have_count(0)
            faults += faults_of(page, f"{kind} at {path}")
    assert faults == []


def test_administration_is_open_to_everybody(open_page: Open) -> None:
    page = open_page(as_kind="quantri")
    faults = []
    for path, shown in {
        "/quan-tri/tai-khoan": "Danh sách tài khoản",
        "/quan-tri/tai-khoan?tim=zzqqxxzz": "Không có tài khoản nào khớp",
        "/quan-tri/nhat-ky": "Đăng nhập",
        "/quan-tri/nhat-ky?tim=zzqqxxzz": "Không có dòng nào khớp",
        "/can-bo/vai-tro": "Chọn vai trò, đơn vị",
        "/can-bo/uy-quyen": "Bạn đang được ủy quyền",
        "/can-bo/bao-mat": "Nơi đang đăng nhập",
    }.items():
        page.goto(path)
        ready(page)
        expect(page.locator("main").get_by_text(shown).first).to_be_attached()
        faults += faults_of(page, path)

    page.goto("/quan-tri/tai-khoan/moi")
    ready(page)
    page.get_by_role("button", name="Tạo tài khoản").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    faults += faults_of(page, "an invitation refused")
    page.goto("/quan-tri/tai-khoan/nhap-tu-bang")
    ready(page)
    page.get_by_label("Các dòng của bảng").fill("Lò Văn Bảy\tbay.lv\nL\t")
    page.get_by_role("button", name="Thử trước").click()
    expect(page.get_by_text("2 trên 2 dòng cần sửa")).to_be_visible()
    faults += faults_of(page, "a sheet refused")
    page.goto("/quan-tri/tai-khoan?tim=motcua.khac")
    ready(page)
    page.locator("main tbody a").first.click()
    expect(page.get_by_text("Mã một lần").first).to_be_visible()
    page.get_by_text("Giao thêm vai trò").click()
    faults += faults_of(page, "an officer's account")
    assert faults == []
