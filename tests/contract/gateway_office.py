"""One gateway before a running sandbox: its adapter, its page, what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx

from services.core import clock
from services.integrations.payment_gateways.napas.adapter import HttpNapas
from services.integrations.payment_gateways.national.adapter import (
    Account,
    HttpNationalPayment,
)
from services.integrations.payment_gateways.port import (
    Bill,
    BillLine,
    Order,
    Payer,
    PaymentGateway,
    RawNotice,
    RefundOrder,
    Reply,
    Told,
    Verdict,
)
from services.integrations.payment_gateways.vnpay.adapter import HttpVnpay
from services.integrations.transport import build_client
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess

MERCHANT, SECRET = "DVCTINH1", "sandbox"
AMOUNT = 150_000
Build = Callable[[httpx.Client, str], PaymentGateway]


@dataclass(frozen=True)
class Kind:
    """How one adapter is made, where it asks, and which switch breaks it."""

    path: str
    build: Build


def _national(client: httpx.Client, secret: str) -> PaymentGateway:
    return HttpNationalPayment(client, Account("DVC", secret, "sandbox", "sandbox"))


KINDS = {
    "national": Kind("national-payment", _national),
    "vnpay": Kind("vnpay", lambda c, s: HttpVnpay(c, MERCHANT, s)),
    "napas": Kind("napas", lambda c, s: HttpNapas(c, MERCHANT, s)),
}


@dataclass(frozen=True)
class Office:
    """A gateway of the sandbox, and the portal it talks to."""

    key: str
    sandbox: SandboxProcess
    listener: NoticeListener
    gateway: PaymentGateway

    def order(self, **changes: Any) -> Order:
        """Return an order nobody has made yet."""
        now = clock.now()
        number = f"2611220{uuid4().int % 10**9:09d}"
        order = Order(
            number=number,
            amount=AMOUNT,
            words=f"Nop phi le phi don hang {number}",
            begun_at=now,
            expires_at=now + timedelta(minutes=15),
            return_url=f"{self.listener.url}/thanh-toan/khoa/ket-qua",
            notice_url=f"{self.listener.url}/api/thanh-toan/thong-bao/{self.key}",
            payer=Payer("Lý Thị Sen", "999000000701", "0900000701", "Tổ 5"),
            bill=Bill(
                "1.001193",
                "Đăng ký khai sinh",
                "000.00.01.H55",
                "UBND phường Mẫu",
                "H55.1-261122-0001",
                "0011001932418",
                "UBND PHUONG MAU",
                "970415",
                (BillLine("LP01", "Lệ phí hộ tịch", False, AMOUNT),),
            ),
            address="203.0.113.7",
        )
        return Order(**{**vars(order), **changes})

    def opened(self, **changes: Any) -> Order:
        """Return an order whose page a person has reached."""
        order = self.order(**changes)
        page = httpx.get(self.gateway.begin(order).url, follow_redirects=True)
        assert page.status_code == 200, page.text
        assert order.number in page.text
        return order

    def decide(self, order: Order, **decision: Any) -> dict[str, Any]:
        """Let the sandbox do something with the order."""
        named = {"gateway": self.key, "number": order.number, **decision}
        done = httpx.post(f"{self.sandbox.url}/payments.decide", json=named)
        told: dict[str, Any] = done.raise_for_status().json()
        return told

    def told(self, order: Order, count: int = 1) -> list[Told]:
        """Return what the notices of an order say, once there are so many."""
        notices = self.listener.about(order.number, count)
        return [self.gateway.read_notice(one, clock.now()) for one in notices]

    def acknowledge(self, verdict: Verdict = Verdict.OK) -> None:
        """Answer notices from now on as the adapter words a verdict."""
        self.listener.answer = lambda notice: self.reply(notice, verdict)

    def reply(self, notice: RawNotice, verdict: Verdict) -> Reply:
        """Return the adapter's answer to a notice."""
        now = clock.now()
        told = self.gateway.read_notice(notice, now)
        return self.gateway.reply(verdict, told, now)

    def kept(self, order: Order) -> dict[str, Any]:
        """Return what the sandbox's ledger has of an order."""
        query = {"number": order.number}
        found = httpx.get(f"{self.sandbox.url}/payments.json", params=query).json()
        kept: dict[str, Any] = found[0]
        return kept


def refund_of(order: Order, paid: Told, amount: int, number: str = "") -> RefundOrder:
    """Return a refund of a paid order."""
    return RefundOrder(
        number=number or f"R{uuid4().hex[:15]}",
        order_number=order.number,
        transaction_id=paid.transaction_id,
        amount=amount,
        paid=order.amount,
        begun_at=order.begun_at,
        words="Hoan phi",
        is_whole=amount == order.amount,
    )


def connect(
    key: str, sandbox: SandboxProcess, seconds: float, secret: str = SECRET
) -> tuple[httpx.Client, PaymentGateway]:
    """Return a client and the adapter over it."""
    client = build_client(f"{sandbox.url}/{KINDS[key].path}", seconds)
    return client, KINDS[key].build(client, secret)
