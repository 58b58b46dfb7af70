"""Officers from invitation to the end of a post, lending, switching, proving again."""

import re
from datetime import timedelta

import pyotp
from playwright.sync_api import Page, Route, expect
from sqlalchemy import text

from services.core.clock import local, now
from tests.journeys.conftest import Open
from tests.journeys.people import UNIT, ready
from tests.journeys.site import Site

NAME, ACCOUNT = "Nông Thị Sáu", "sau.nt"
PASSWORD = "mặt trời mọc ở đằng đông 9"
FIRST, SECOND = "quantri", "quantri.hai"
LENDER, BORROWER = "motcua.hai", "lanhdao"
NO_POST = "Tài khoản chưa có vai trò nào đang hiệu lực"


def proved(site: Site, account: str, minutes_ago: int = 0) -> None:
    """Say when the account's sessions last proved who they are; they are not idle."""
    change = text(
        "update sign_in_session set last_seen_at = now(),"
        " proved_at = now() - make_interval(mins => :ago)"
        " from account where account.id = account_id and sign_in_name = :name"
    )
    with site.engine.begin() as connection:
        connection.execute(change, {"ago": minutes_ago, "name": account})


def open_account(page: Page, name: str) -> None:
    """Find an officer in the list and open the account."""
    page.goto("/quan-tri")
    page.wait_for_url("**/quan-tri/tai-khoan**")
    ready(page)
    expect(page.locator("main tbody tr").first).to_be_visible()
    page.get_by_label("Tên hoặc tài khoản").fill(name)
    page.keyboard.press("Enter")
    page.wait_for_url("**tim=**")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=f"Tài khoản của {name}")).to_be_visible()


def said(page: Page, words: str) -> None:
    """Expect this to be said in the live region."""
    expect(page.locator(".live")).to_contain_text(words)


def invite(page: Page) -> str:
    """Invite an officer and return the code that is shown once."""
    page.goto("/quan-tri/tai-khoan/moi")
    ready(page)
    page.get_by_label("Họ tên").fill(NAME)
    page.get_by_label("Tên tài khoản").fill("motcua")
    page.get_by_role("button", name="Tạo tài khoản").click()
    expect(page.get_by_text("Có 3 chỗ cần sửa")).to_be_visible()
    page.get_by_label("Tên tài khoản").fill(ACCOUNT)
    page.get_by_label("Đơn vị").select_option(label=UNIT)
    page.get_by_label("Một cửa: tiếp nhận và trả kết quả").check()
    page.get_by_role("button", name="Tạo tài khoản").click()
    expect(page.get_by_role("heading", name=f"Tài khoản của {NAME}")).to_be_visible()
    # Two persons: who gives a post has no button to confirm it.
    expect(page.get_by_text("Chờ người thứ hai xác nhận")).to_be_visible()
    expect(page.get_by_role("button", name="Xác nhận vai trò")).to_have_count(0)
    page.get_by_role("button", name="Phát mã kích hoạt").click()
    return page.locator(".one-time").inner_text()


def activate(page: Page, code: str) -> None:
    """Set a password and an authenticator; keep the recovery codes; go on."""
    page.goto("/can-bo/kich-hoat")
    ready(page)
    page.get_by_label("Tên đăng nhập").fill(ACCOUNT)
    page.get_by_label("Mã kích hoạt").fill(code)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/can-bo/kich-hoat/ung-dung**")
    seed = "".join(page.locator(".secret").inner_text().split())
    page.get_by_label("Mã xác thực").fill(pyotp.TOTP(seed).now())
    page.get_by_role("button", name="Xác nhận và hoàn tất").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_text("Tôi đã cất mã").click()
    page.wait_for_url("**/can-bo/vai-tro**")


def test_an_officer_is_invited_confirmed_by_a_second_person_works_and_is_ended(
    site: Site, open_page: Open
) -> None:
    first, second = open_page(as_kind=FIRST), open_page(as_kind=SECOND)
    proved(site, FIRST)
    proved(site, SECOND)
    code = invite(first)
    first.reload()
    ready(first)
    expect(first.locator(".one-time")).to_have_count(0)

    officer = open_page()
    activate(officer, code)
    expect(officer.get_by_role("heading", name=NO_POST)).to_be_visible()
    open_account(second, NAME)
    second.get_by_role("button", name="Xác nhận vai trò").click()
    said(second, "Vai trò có hiệu lực ngay.")

    officer.goto("/can-bo/cong-viec")
    ready(officer)
    if "vai-tro" in officer.url:
        officer.get_by_role("button", name="Làm việc ở đây").click()
    expect(officer.get_by_role("heading", name="Mới đăng ký")).to_be_visible()

    first.get_by_role("button", name="Thu hồi vai trò").click()
    said(first, "Đã thu hồi.")
    officer.goto("/can-bo/cong-viec")
    expect(officer.get_by_role("heading", name=NO_POST)).to_be_visible()


def test_a_post_is_lent_acted_in_for_the_lender_and_taken_back(
    site: Site, open_page: Open
) -> None:
    lender, borrower = open_page(as_kind=LENDER), open_page(as_kind=BORROWER)
    proved(site, LENDER)
    lent, borrowed = site.account(LENDER).name, site.account(BORROWER).name
    today = local(now()).date()
    lender.goto("/can-bo/uy-quyen")
    ready(lender)
    to = lender.get_by_label("Người làm thay")
    to.select_option(
        value=to.locator("option", has_text=borrowed).get_attribute("value")
    )
    lender.get_by_label("Từ ngày").fill(f"{today:%d/%m/%Y}")
    lender.get_by_label("Đến hết ngày").fill(f"{today + timedelta(days=1):%d/%m/%Y}")
    lender.get_by_role("button", name="Ủy quyền", exact=True).click()
    said(lender, f"Đã ủy quyền cho {borrowed}")

    borrower.goto("/can-bo/vai-tro")
    ready(borrower)
    theirs = borrower.locator(".posts li", has_text=f"Theo ủy quyền của {lent}")
    theirs.get_by_role("button", name="Làm việc ở đây").click()
    borrower.wait_for_url("**/can-bo/cong-viec**")
    band = borrower.locator(".acting-band")
    expect(band).to_contain_text(f"Đang làm thay {lent}")

    lender.get_by_role("button", name="Dừng ủy quyền").click()
    said(lender, "Đã dừng ủy quyền.")
    borrower.goto("/can-bo/cong-viec")
    ready(borrower)
    expect(band).to_have_count(0)


def test_an_answer_that_comes_late_still_brings_the_new_post(open_page: Open) -> None:
    """The old session ends before the answer is there; the page waits for it."""
    page = open_page(as_kind="hai.donvi")
    page.goto("/can-bo/vai-tro")
    ready(page)

    def late(route: Route) -> None:
        answer = route.fetch()
        page.wait_for_timeout(1_500)
        route.fulfill(response=answer)

    page.route("**/api/can-bo/vai-tro", late)
    page.get_by_role("button", name="Làm việc ở đây").first.click()
    page.wait_for_url("**/can-bo/cong-viec**")
    expect(page.locator("main h1")).to_be_visible()


def test_a_proof_that_is_old_is_asked_for_anew_and_the_press_after_it_works(
    site: Site, open_page: Open
) -> None:
    page = open_page(as_kind=SECOND)
    proved(site, SECOND, minutes_ago=6)
    open_account(page, site.account("motcua.khac").name)
    press = page.get_by_role("button", name="Đăng xuất mọi thiết bị")
    press.click()
    dialog = page.locator("dialog.proof")
    expect(dialog.get_by_text("Xác nhận lại là bạn")).to_be_visible()
    # The code of the next half minute: this one may have signed them in.
    totp = pyotp.TOTP(site.account(SECOND).totp_secret)
    dialog.get_by_label("Mã xác thực").fill(totp.at(now() + timedelta(seconds=30)))
    dialog.get_by_role("button", name="Xác nhận").click()
    expect(dialog).to_be_hidden()
    press.click()
    said(page, "Đã kết thúc")


def test_administration_is_closed_to_other_roles_and_the_trail_open_to_auditors(
    open_page: Open,
) -> None:
    intake = open_page(as_kind="intake")
    for path in ("/quan-tri", "/quan-tri/tai-khoan", "/quan-tri/nhat-ky"):
        intake.goto(path)
        intake.wait_for_url("**/khong-co-quyen**")
    expect(
        intake.get_by_role("heading", name=re.compile("không mở được trang"))
    ).to_be_visible()

    auditor = open_page(as_kind="auditor")
    auditor.goto("/quan-tri")
    auditor.wait_for_url("**/quan-tri/nhat-ky**")
    ready(auditor)
    expect(auditor.locator("nav.tabs a")).to_have_count(1)
    auditor.get_by_role("button", name="Kiểm tra tính toàn vẹn").click()
    whole = auditor.get_by_text("không có gì bị sửa")  # the whole trail is read for it
    expect(whole).to_be_visible(timeout=40_000)
    auditor.goto("/quan-tri/tai-khoan")
    auditor.wait_for_url("**/khong-co-quyen**")
