"""Fees paid once, by any bank or wallet, whatever happens on the way (C17–C22)."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from services.integrations.payment_gateways.port import Payer
from tests.journeys.conftest import DESK, PHONE, Open
from tests.journeys.looking import faults_of
from tests.journeys.paying import (
    CONFIRMING,
    FAILED,
    HELD,
    PAID,
    POOR,
    UNPAID,
    befall,
    choose,
    come_back,
    decide,
    due_rows,
    fill_payer,
    leave_to_pay,
    make_debt,
    note_transfer,
    open_bill,
    orders,
    our_ledger,
    pay_at_bank,
    payments,
    press_pay,
    says,
    sign_in_at_bank,
    state_of,
    their_ledger,
    transfer,
)
from tests.journeys.people import prove_human, ready
from tests.journeys.site import Site

BANK = "Vietcombank"  # of the ways to pay; its orders go through VNPAY
GATEWAYS = (
    ("national", "Nền tảng thanh toán của Cổng Dịch vụ công quốc gia", 1280),
    ("napas", "SHB", 390),
    ("momo", "Ví MoMo", 390),
    ("zalopay", "Ví ZaloPay", 1280),
    ("viettel_money", "Viettel Money", 390),
)
LIVE = 5_000  # milliseconds until a page that is open shows that money came


def a_page(open_page: Open, width: int, as_kind: str = "") -> Page:
    """Open a page at a desk or on a phone."""
    view = PHONE if width == PHONE["width"] else DESK
    return open_page(view["width"], view["height"], as_kind=as_kind)


# ---- every way to pay
def test_somebody_without_an_account_finds_a_dossier_pays_and_keeps_the_receipt(
    site: Site, open_page: Open
) -> None:
    debt = make_debt(site, Payer())
    page, stranger = open_page(**PHONE), open_page()
    page.goto("/thanh-toan")
    ready(page)
    page.get_by_label("Mã hồ sơ").fill(debt.code.lower())
    prove_human(page)
    page.get_by_role("button", name="Tìm kiếm").click()
    due = due_rows(page, debt).or_(page.locator("main tbody tr"))
    expect(due).to_contain_text("75.000")
    faults = faults_of(page, "found")
    due.get_by_role("link").click()
    page.wait_for_url(f"**{debt.page}")
    expect(page.get_by_label("Họ và tên")).to_be_visible()
    faults += faults_of(page, "bill")
    page.get_by_role("button", name="Thanh toán", exact=True).click()
    expect(page.get_by_text(re.compile("Có . chỗ cần sửa"))).to_be_visible()
    fill_payer(page)
    choose(page, BANK)
    expect(page.locator(".pay-bar")).to_contain_text("76.100")  # with the bank's fee
    faults += faults_of(page, "ways")
    press_pay(page)
    page.wait_for_url("**/pay/**")
    pay_at_bank(site, page)
    says(page, PAID)
    faults += faults_of(page, "paid")
    assert faults == []
    receipt = page.get_by_role("link", name="Mở biên lai (PDF)")
    expect(receipt).to_be_visible()
    address = receipt.get_attribute("href")
    assert page.request.get(str(address)).body().startswith(b"%PDF")
    assert stranger.request.get(site.url + str(address)).status == 404
    open_bill(stranger, debt.page)  # who holds the link sees that it is paid, no more
    stranger.wait_for_url("**/ket-qua")
    says(stranger, PAID)
    expect(stranger.get_by_role("link", name="Mở biên lai (PDF)")).to_have_count(0)
    expect(stranger.locator("main")).not_to_contain_text("Lý Thị Sen")


@pytest.mark.parametrize(("gateway", "name", "width"), GATEWAYS)
def test_every_gateway_is_paid_once(
    site: Site, open_page: Open, gateway: str, name: str, width: int
) -> None:
    debt, page = make_debt(site), a_page(open_page, width)
    leave_to_pay(page, debt, name)
    pay_at_bank(site, page)
    says(page, PAID)
    [payment] = payments(site, debt)
    assert (payment["gateway"], payment["state"]) == (gateway, "paid")
    [order] = orders(site, payment["number"])
    assert (order["gateway"], order["paid"]) == (gateway, debt.amount)
    expect(page.locator("main")).to_contain_text(order["transaction"])


def test_ones_own_payments_lead_to_a_transfer_and_the_page_turns_when_it_arrives(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390, "citizen")
    page.goto("/ca-nhan/thanh-toan")
    ready(page)
    mine = due_rows(page, debt)
    expect(mine).to_contain_text("Chưa thanh toán")
    mine.get_by_role("link", name=re.compile("Thanh toán")).click()
    page.wait_for_url(f"**{debt.page}")
    qr = page.get_by_role("img", name=re.compile("Mã VietQR: 75.000"))
    expect(qr).to_be_visible()
    assert page.request.get(str(qr.get_attribute("src"))).ok
    transfer(site, note_transfer(page))
    page.wait_for_url("**/ket-qua", timeout=LIVE)
    says(page, PAID)
    page.get_by_role("link", name="Quản lý thanh toán").last.click()
    page.wait_for_url("**/ca-nhan/thanh-toan")
    expect(mine).to_contain_text("Đã thanh toán")
    expect(mine.get_by_role("link", name=re.compile("Biên lai"))).to_be_visible()


# ---- every outcome
def test_a_refusal_says_why_and_another_account_pays(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390)
    leave_to_pay(page, debt, BANK)
    pay_at_bank(site, page, POOR)
    says(page, FAILED)
    expect(page.locator("main")).to_contain_text("không đủ số dư")
    expect(page.locator("main")).to_contain_text("Tiền chưa bị trừ.")
    page.get_by_role("link", name="Thử lại").click()
    page.wait_for_url("**/ngan-hang")
    choose(page, BANK)
    press_pay(page)
    page.wait_for_url("**/pay/**")
    pay_at_bank(site, page)
    says(page, PAID)
    assert [one["state"] for one in payments(site, debt)] == ["failed", "paid"]


def test_who_cancels_at_the_bank_has_paid_nothing(site: Site, open_page: Open) -> None:
    debt, page = make_debt(site), a_page(open_page, 1280)
    leave_to_pay(page, debt, BANK)
    sign_in_at_bank(page)
    page.get_by_role("button", name="Hủy giao dịch").click()
    come_back(page)
    says(page, FAILED)
    expect(page.locator("main")).to_contain_text("Bạn đã bấm hủy")
    expect(page.locator("main")).to_contain_text("Tiền chưa bị trừ.")
    assert state_of(site, debt) == "open"


def test_silence_is_not_believed_and_the_late_word_turns_the_page(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390)
    leave_to_pay(page, debt, BANK)
    befall(page, "Im lặng")
    page.get_by_role("button", name="Vẫn quay về nơi bán").click()
    come_back(page)
    says(page, CONFIRMING)
    [payment] = payments(site, debt)
    decide(site, payment["number"])
    expect(page.locator("main h1")).to_have_text(PAID, timeout=LIVE)
    assert state_of(site, debt) == "paid"


def test_a_success_told_twice_counts_once(site: Site, open_page: Open) -> None:
    debt, page = make_debt(site), a_page(open_page, 1280)
    leave_to_pay(page, debt, BANK)
    befall(page, "Báo hai lần")
    come_back(page)
    says(page, PAID)
    [payment] = payments(site, debt)
    expect(page.locator("main")).to_contain_text(payment["transaction_id"])
    assert payment["amount_received"] == debt.amount
    told = orders(site, payment["number"])[0]["notices"]
    assert [one["is_acknowledged"] for one in told] == [True, True]


def test_a_wrong_amount_is_held_and_nobody_is_told_it_is_paid(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390)
    leave_to_pay(page, debt, BANK)
    befall(page, "Sai số tiền")
    come_back(page)
    says(page, HELD)
    expect(page.locator("main")).to_contain_text("74.000")
    expect(page.locator("main")).to_contain_text("Đừng trả lần nữa")
    expect(page.get_by_role("link", name="Thử lại")).to_have_count(0)
    assert state_of(site, debt) == "open"
    assert [one["state"] for one in payments(site, debt)] == ["mismatch"]


def test_paid_by_transfer_and_at_the_bank_one_of_the_two_is_given_back(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 1280)
    open_bill(page, debt.page)
    noted, bank = note_transfer(page), page.context.new_page()
    leave_to_pay(bank, debt, BANK)
    transfer(site, noted)
    page.wait_for_url("**/ket-qua", timeout=LIVE)
    says(page, PAID)
    pay_at_bank(site, bank)
    says(bank, PAID)
    for seen in (bank, page):  # the other tab by itself
        expect(seen.locator("main")).to_contain_text(
            "Có hai lần trả cho cùng một khoản"
        )
        refund = seen.get_by_role("heading", name=re.compile("Hoàn 75.000"))
        expect(refund).to_be_visible()
    states = {one["gateway"]: one["state"] for one in payments(site, debt)}
    assert states == {"bank_feed": "paid", "vnpay": "refund_pending"}


def test_a_forged_way_back_and_a_forged_notice_pay_nothing(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390)
    forged = "?vnp_ResponseCode=00&vnp_TransactionStatus=00&vnp_SecureHash=" + "0" * 128
    open_bill(page, debt.result + forged)
    says(page, UNPAID)
    leave_to_pay(page, debt, BANK)
    [payment] = payments(site, debt)
    told = f"{forged}&vnp_TxnRef={payment['number']}&vnp_Amount={debt.amount * 100}"
    notice = f"{site.url}/api/thanh-toan/thong-bao/vnpay{told}"
    assert httpx.get(notice, trust_env=False).json()["RspCode"] == "97"
    open_bill(page, debt.result + told)
    says(page, CONFIRMING)
    assert [one["state"] for one in payments(site, debt)] == ["pending"]


def test_a_provider_that_is_down_takes_nothing_and_another_is_paid(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 1280)
    open_bill(page, debt.ways)
    choose(page, "Ví MoMo")
    site.sandbox.switch("momo", "down")
    try:
        press_pay(page)
        silent = page.get_by_text(re.compile("Ví MoMo chưa trả lời. Tiền chưa bị trừ"))
        expect(silent.first).to_be_visible(timeout=30_000)
    finally:
        site.sandbox.switch("momo", "normal")
    choose(page, "SHB")
    press_pay(page)
    page.wait_for_url("**/pay/**")
    pay_at_bank(site, page)
    says(page, PAID)
    states = [(one["gateway"], one["state"]) for one in payments(site, debt)]
    assert states == [("momo", "failed"), ("napas", "paid")]


# ---- several at once
def test_two_tabs_make_one_order_and_the_second_may_take_over(
    site: Site, open_page: Open
) -> None:
    debt, page = make_debt(site), a_page(open_page, 390)
    other = page.context.new_page()
    for one in (page, other):
        open_bill(one, debt.ways)
        choose(one, BANK)
    press_pay(page)
    page.wait_for_url("**/pay/**")
    under_way = other.get_by_role("heading", name=re.compile("đang được trả ở"))
    expect(under_way).to_be_visible(timeout=LIVE)
    pay = other.locator("main button:enabled").filter(
        has_text=re.compile("^Thanh toán$")
    )
    expect(pay).to_have_count(0)
    assert len(payments(site, debt)) == 1
    other.get_by_role("button", name=re.compile("Tôi không trả ở đó nữa")).click()
    expect(under_way).to_be_hidden()
    choose(other, "Ví MoMo")
    press_pay(other)
    other.wait_for_url("**/pay/**")
    pay_at_bank(site, other)
    says(other, PAID)
    states = [(one["gateway"], one["state"]) for one in payments(site, debt)]
    assert states == [("vnpay", "expired"), ("momo", "paid")]


def test_money_that_arrives_moves_on_the_officers_screen_by_itself(
    site: Site, open_page: Open
) -> None:
    debt, officer = make_debt(site), a_page(open_page, 1280, "intake")
    officer.goto(f"/can-bo/thu-phi?muc=due&tim={debt.code}")
    ready(officer)
    line = due_rows(officer, debt)
    expect(line).to_contain_text("Chưa thanh toán")
    page = a_page(open_page, 1280)
    leave_to_pay(page, debt, "Ví ZaloPay")
    expect(line).to_contain_text(re.compile("Chờ ngân hàng báo|Đang mở"), timeout=LIVE)
    pay_at_bank(site, page)
    says(page, PAID)
    expect(line).to_have_count(0, timeout=LIVE)
    officer.get_by_role("link", name="Đã nộp").click()
    expect(line).to_contain_text("Ví ZaloPay")
    expect(line).to_contain_text("Đã thanh toán")


# ---- and after all that
def test_after_all_of_it_our_ledger_is_theirs(site: Site) -> None:
    assert our_ledger(site) == their_ledger(site)
