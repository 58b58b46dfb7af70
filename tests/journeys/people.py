"""What people do in the portal, step by step, by what they read on the page."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfWriter

from tests.journeys.filling import fill_eform
from tests.journeys.site import Account, Site

BIRTH = "1.001193"  # đăng ký khai sinh, of the seed
UNIT = "Ủy ban nhân dân phường Linh Sơn"
# A required paper for which nothing stands: no form, no paper the state holds.
OPEN_PAPER = ".paper:has(.required):not(:has(.notice--done))"


def ready(page: Page) -> None:
    """Wait until the page listens."""
    expect(page.locator("main[data-ready=true]")).to_be_visible()


def prove_human(page: Page) -> None:
    """Let the device compute the proof instead of reading the picture."""
    page.get_by_role("button", name="Tôi không đọc được mã").click()
    expect(page.get_by_text("Thiết bị đã xác thực xong")).to_be_visible(timeout=30_000)


def register(page: Page, site: Site, name: str, number: str, phone: str) -> None:
    """Register by mobile subscription, with the code from the phone's inbox."""
    page.goto("/dang-ky")
    ready(page)
    page.get_by_role("link", name=re.compile("Thuê bao di động")).click()
    expect(page.get_by_label("Họ tên")).to_be_visible()
    page.get_by_label("Tên đăng nhập (Số CMT/CCCD)").fill(number)
    page.get_by_label("Họ tên").fill(name)
    page.get_by_label("Ngày sinh").fill("12/03/1990")
    page.get_by_label("Số điện thoại").fill(phone)
    prove_human(page)
    page.get_by_role("button", name="Đăng ký", exact=True).click()
    page.wait_for_url("**/dang-ky/otp**")
    page.get_by_label("Nhập mã OTP").fill(site.newest_code(phone))
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url("**/dang-ky/mat-khau**")
    page.get_by_label("Mật khẩu", exact=True).fill("con trâu đi trước 27")
    page.get_by_label("Xác nhận lại mật khẩu").fill("con trâu đi trước 27")
    page.get_by_role("button", name="Đăng ký", exact=True).click()
    expect(page.get_by_text(name).first).to_be_visible()


def sign_in(page: Page, account: Account) -> None:
    """Sign in where the page asks for it."""
    ready(page)
    page.get_by_label("Địa chỉ email").fill(account.sign_in)
    page.get_by_label("Mật khẩu", exact=True).fill(account.password)
    page.locator("main").get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.locator("header").get_by_text(account.name)).to_be_visible()


def sign_in_officer(page: Page, account: Account) -> None:
    """Sign in with password and authenticator; land where their work is."""
    page.goto("/can-bo/dang-nhap")
    ready(page)
    page.locator("input[autocomplete=username]").fill(account.sign_in)
    page.locator("input[type=password]").fill(account.password)
    page.locator("main form").get_by_role("button").last.click()
    page.wait_for_url("**/can-bo/xac-thuc**")
    ready(page)
    page.locator("input[autocomplete=one-time-code]").fill(account.code())
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url(re.compile("/can-bo/(cong-viec|vai-tro)|/quan-tri/"))
    ready(page)


def a_pdf(folder: Path, name: str, pages: int = 2) -> Path:
    """Return a small real PDF."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    path = folder / name
    writer.write(path)
    return path


def begin_dossier(page: Page, procedure: str = BIRTH) -> None:
    """Choose the unit, from the procedure's own page."""
    page.goto(f"/thu-tuc/{procedure}")
    ready(page)
    page.get_by_role("link", name="Nộp hồ sơ trực tuyến").first.click()
    page.wait_for_url("**/nop-ho-so**")
    ready(page)
    choose_unit(page)
    page.get_by_role("button", name="Đồng ý").click()
    page.wait_for_url("**/thong-tin**")
    expect(page.get_by_label("Nội dung giải quyết")).to_be_visible()


def choose_unit(page: Page) -> None:
    """Choose the unit people know, or the only one there is."""
    units = page.get_by_label("Đơn vị nhận")
    expect(units.locator("option").nth(1)).to_be_attached()
    if UNIT in units.locator("option").all_inner_texts():
        units.select_option(label=UNIT)
    else:
        units.select_option(index=1)


def fill_information(page: Page) -> None:
    """Fill what the account does not know, and go on."""
    page.locator("[name=submitter_address]").fill(
        "Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên"
    )
    fill_eform(page, "KS", required_only=True)
    go_on(page, "thanh-phan")


def send_papers(page: Page, paper: Path) -> None:
    """Send a file for every required paper that nothing stands for; await verdicts."""
    expect(page.locator(".paper").first).to_be_visible()
    for one in page.locator(OPEN_PAPER).all():
        one.locator("input[type=file]").set_input_files(paper)
        seen = one.locator(".file").filter(has_text=paper.name)
        expect(seen.get_by_text("Đã kiểm tra")).to_be_visible(timeout=30_000)
    go_on(page, "nhan-ket-qua")


def go_on(page: Page, following: str) -> None:
    """Press the main button and arrive at the next step."""
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url(f"**/{following}**")
    expect(page.locator("main h1")).to_be_focused()
    ready(page)
    expect(page.locator(".wizard form")).to_be_visible()


def hand_in(page: Page) -> str:
    """Pledge, prove, hand in; return the code on the sheet."""
    page.get_by_label("Tôi chắc chắn rằng").check()
    prove_human(page)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    return code_given(page)


def code_given(page: Page) -> str:
    """Hold the sheet of a dossier that was handed in; return the code on it."""
    page.wait_for_url("**/bien-nhan**")
    code = page.locator(".sheet .code")
    expect(code).to_have_text(re.compile(r"^H55(\.\d+)?-\d{6}-\d{4}$"))
    return code.inner_text()


def receive(page: Page, code: str) -> None:
    """Find every paper in order and receive the dossier at the counter."""
    page.goto(f"/can-bo/ho-so/{code}/tiep-nhan")
    ready(page)
    page.get_by_role("tab", name=re.compile("Thành phần hồ sơ")).click()
    for verdict in (
        page.locator("main label").filter(has_text=re.compile("^Đạt$")).all()
    ):
        verdict.click()
        page.wait_for_timeout(200)
    tick_office_part(page)
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    expect(page.get_by_text("Đã tiếp nhận").first).to_be_visible()


def tick_office_part(page: Page) -> None:
    """Say that the office's own part of the form is filled in, where it has one."""
    page.get_by_role("tab", name=re.compile("Thông tin chi tiết")).click()
    expect(page.locator(".form-cards")).to_be_visible()
    mine = page.get_by_label("Phần thông tin điền của cán bộ tiếp nhận")
    if mine.count() and not mine.is_checked():
        mine.click()
        expect(mine).to_be_checked()


def file_dossier(page: Page, paper: Path) -> str:
    """Go through the six steps and return the code."""
    begin_dossier(page)
    fill_information(page)
    send_papers(page, paper)
    go_on(page, "phi")
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/xac-nhan**")
    return hand_in(page)


def receive_by_keys(page: Page, code: str) -> int:
    """Receive a clean dossier by the keyboard alone; return how many presses."""
    page.goto(f"/can-bo/ho-so/{code}/tiep-nhan")
    ready(page)
    page.locator("h1").first.click()
    presses = 1
    page.keyboard.press("j")  # shows the papers, the first one marked
    expect(page.locator(".check[data-current]")).to_be_visible()
    for _ in range(page.locator(".check .segmented").count()):
        page.keyboard.press("d")
        presses += 1
        page.wait_for_timeout(400)
    if page.locator("#office_part").count():
        for _ in range(2):  # the first shows the office's part, the second ticks it
            page.keyboard.press("p")
            presses += 1
            page.wait_for_timeout(400)
        expect(page.locator("#office_part")).to_be_checked()
    page.keyboard.press("t")
    expect(page.get_by_text("Đã tiếp nhận").first).to_be_visible()
    return presses + 1
