"""Paying as people do it: the portal's pages, the bank's, and back; then the ledgers."""

import itertools
import re
from dataclasses import dataclass
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import text
from sqlmodel import Session, select

from services.accounts.models import Account
from services.core import clock
from services.dossiers.models import Dossier, DossierStatus
from services.integrations.payment_gateways.port import Payer
from services.payments.beneficiary import beneficiary_of
from services.payments.models import DueMoment
from services.payments.open_request import Asked, open_request
from services.payments.views import DueLine
from services.procedures.models import Agency, Procedure
from tests.conftest import make_work
from tests.journeys.people import BIRTH, UNIT, ready
from tests.journeys.site import Site

_NUMBERS = itertools.count(70_001)  # dossiers that nobody handed in
PAYER = Payer(
    name="Lý Thị Sen",
    number="999190000701",
    phone="0900000701",
    address="Tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
)
RICH, POOR = "senly", "cuongma"  # who hold accounts at the sandbox's banks
PASSWORD = "thu-nghiem"
PHONES = {RICH: "0900000701", POOR: "0900000702"}
CONFIRMING = "Đang xác nhận với ngân hàng…"
PAID, FAILED, UNPAID = "Thanh toán thành công", "Chưa thành công", "Chưa thanh toán"
HELD = "Tiền đã đến nhưng chưa khớp"
Row = dict[str, Any]  # Any: whatever JSON or the database holds
Rows = list[Row]


@dataclass(frozen=True)
class Debt:
    """What the demonstration's citizen owes for a dossier."""

    code: str
    key: str
    invoice: str
    amount: int

    @property
    def page(self) -> str:
        """The page of the personal link."""
        return f"/thanh-toan/{self.key}"

    @property
    def ways(self) -> str:
        """The page of banks and wallets."""
        return f"{self.page}/ngan-hang"

    @property
    def result(self) -> str:
        """The page of what became of it."""
        return f"{self.page}/ket-qua"


def make_debt(site: Site, payer: Payer = PAYER, amount: int = 75_000) -> Debt:
    """Ask for a sum, by the use case; an empty payer is asked for on the page."""
    with (
        Session(site.engine, expire_on_commit=False) as session,
        session.begin(),
    ):
        work = make_work(session, site.folder / "files", clock.now())
        citizen = site.account("citizen").sign_in
        owner = session.exec(select(Account).where(Account.citizen_id == citizen)).one()
        agency = session.exec(select(Agency).where(Agency.name == UNIT)).one()
        known = session.exec(select(Procedure).where(Procedure.code == BIRTH)).one()
        day = clock.local_day(work.now)
        dossier = Dossier(
            account_id=owner.id,
            procedure_id=known.id,
            agency_id=agency.id,
            code=f"{agency.code}-{day:%y%m%d}-{next(_NUMBERS)}",
            status=DossierStatus.SUBMITTED,
            applicant_name=owner.full_name,
            submitter_name=owner.full_name,
            submitted_at=work.now,
            created_at=work.now,
            updated_at=work.now,
        )
        session.add(dossier)
        session.flush()
        asked = Asked(
            dossier_id=dossier.id,
            moment=DueMoment.RECEPTION,
            account_id=owner.id,
            agency_id=agency.id,
            agency_code=agency.code,
            agency_name=agency.name,
            procedure_code=known.code,
            procedure_name=known.name,
            applicant_name=owner.full_name,
            lines=(DueLine("Lệ phí", "fee", amount),),
            beneficiary=beneficiary_of(work.province, agency.code),
            dossier_code=str(dossier.code),
            payer=payer,
        )
        request = open_request(work, asked)
    code, key = str(dossier.code), request.link_key
    return Debt(code, key, request.invoice_number, request.amount)


# ---- the portal's pages
def open_bill(page: Page, address: str) -> None:
    """Open a page of a request, and wait for what it asks."""
    page.goto(address)
    ready(page)
    expect(page.locator("main .skeleton:visible")).to_have_count(0)


def fill_payer(page: Page, payer: Payer = PAYER) -> None:
    """Say who pays, and go on to the banks and wallets."""
    page.get_by_label("Họ và tên").fill(payer.name)
    page.get_by_label("Số giấy tờ").fill(payer.number)
    page.get_by_label("Số điện thoại").fill(payer.phone)
    page.get_by_label("Địa chỉ").fill(payer.address)
    page.get_by_role("button", name="Thanh toán", exact=True).click()
    page.wait_for_url("**/ngan-hang")


def choose(page: Page, name: str) -> None:
    """Choose a bank or wallet by its name."""
    way = page.locator(".choice").filter(has=page.get_by_text(name, exact=True))
    way.click()
    expect(way).to_contain_text("Đã chọn")


def press_pay(page: Page) -> None:
    """Press the one button that leads to the provider."""
    page.get_by_role("button", name="Thanh toán", exact=True).click()


def leave_to_pay(page: Page, debt: Debt, provider: str) -> None:
    """Arrive at the provider's page of a request whose payer is known."""
    open_bill(page, debt.ways)
    choose(page, provider)
    press_pay(page)
    page.wait_for_url("**/pay/**")


def says(page: Page, heading: str) -> None:
    """See this result, by itself and without a reload."""
    expect(page.locator("main h1")).to_have_text(heading)


# ---- the bank's pages
def sign_in_at_bank(page: Page, holder: str = RICH) -> None:
    """Choose a bank where the provider asks for it, and sign in."""
    banks = page.get_by_role("heading", name="Chọn ngân hàng")
    if banks.count():
        page.get_by_role("button", name="Vietcombank", exact=True).click()
    page.get_by_label("Tên đăng nhập").fill(holder)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def pay_at_bank(site: Site, page: Page, holder: str = RICH) -> None:
    """Sign in, read the code on the phone, confirm, and come back."""
    sign_in_at_bank(page, holder)
    page.get_by_label("Mã OTP").fill(site.newest_code(PHONES[holder]))
    page.get_by_role("button", name="Xác nhận", exact=True).click()
    come_back(page)


def befall(page: Page, scenario: str) -> None:
    """Let something else happen, as the tester's panel offers it."""
    page.locator(".outcomes summary").click()
    page.locator(".outcomes button").filter(has_text=scenario).first.click()


def come_back(page: Page) -> None:
    """Be at the portal's own page again."""
    page.wait_for_url("**/ket-qua**")
    ready(page)


def decide(site: Site, number: str, **decision: Any) -> None:
    """Have the provider decide on its own; Any: fields of its decision."""
    asked = {"number": number, **decision}
    answer = httpx.post(
        f"{site.sandbox.url}/payments.decide", json=asked, trust_env=False
    )
    answer.raise_for_status()


def note_transfer(page: Page) -> Row:
    """Write down what the page of the request says to transfer by hand."""
    amount = "".join(sign for sign in _copied(page, "Số tiền") if sign.isdigit())
    return {
        "account": _copied(page, "Số tài khoản thụ hưởng"),
        "amount": int(amount),
        "words": _copied(page, "Nội dung chuyển khoản"),
    }


def transfer(site: Site, noted: Row) -> None:
    """Transfer it; the banks add words of theirs, and ours is told at once."""
    push_to = f"{site.url}/api/thanh-toan/bao-co"
    sent = {**noted, "mangling": "banked", "push_to": push_to}
    answer = httpx.post(
        f"{site.sandbox.url}/bank-feed.transfer", json=sent, trust_env=False
    )
    answer.raise_for_status()


def _copied(page: Page, name: str) -> str:
    fact = page.locator(".facts--copy dt").filter(has_text=re.compile(f"^{name}$"))
    return str(fact.locator("xpath=following-sibling::dd[1]/b").text_content())


# ---- what stands behind the pages
def rows(site: Site, query: str, **given: Any) -> Rows:
    """Return rows of the portal's database; Any: parameters."""
    with site.engine.connect() as connection:
        found = connection.execute(text(query), given).mappings()
        return [dict(row) for row in found]


def payments(site: Site, debt: Debt) -> Rows:
    """Return the attempts to pay it, the oldest first."""
    query = (
        "select p.* from payment p join payment_request r on r.id = p.request_id"
        " where r.link_key = :key order by p.created_at, p.number"
    )
    return rows(site, query, key=debt.key)


def state_of(site: Site, debt: Debt) -> str:
    """Return what became of the request."""
    query = "select state from payment_request where link_key = :key"
    return str(rows(site, query, key=debt.key)[0]["state"])


def orders(site: Site, number: str = "") -> Rows:
    """Return the sandbox's orders, or the one of this number."""
    asked = {"number": number} if number else {}
    answer = httpx.get(
        f"{site.sandbox.url}/payments.json", params=asked, trust_env=False
    )
    found: Rows = answer.raise_for_status().json()
    return found


def our_ledger(site: Site) -> set[tuple[str, str, str, int]]:
    """Return gateway, order, transaction and đồng of all money we say came."""
    query = (
        "select gateway, number, transaction_id, amount_received from payment"
        " where transaction_id <> '' and gateway <> 'cash'"
    )
    return {
        (row["gateway"], row["number"], row["transaction_id"], row["amount_received"])
        for row in rows(site, query)
    }


def their_ledger(site: Site) -> set[tuple[str, str, str, int]]:
    """Return the same as the gateways and the bank have it."""
    paid = {
        (order["gateway"], order["number"], order["transaction"], order["paid"])
        for order in orders(site)
        if order["state"] == "paid"
    }
    lines = httpx.get(f"{site.sandbox.url}/bank-feed.json", trust_env=False).json()
    return paid | {
        ("bank_feed", f"CK{line['reference']}", line["reference"], line["amount"])
        for line in lines
    }


def due_rows(page: Page, debt: Debt) -> Locator:
    """Return the lines of a list that are about this debt."""
    return page.locator("main tbody tr").filter(has_text=debt.code)
