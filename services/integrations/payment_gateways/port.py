"""What the portal asks of a payment gateway, and what it believes of their notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True)
class Payer:
    """Who pays; may be another than who handed the dossier in."""

    name: str = ""
    number: str = ""  # of their identity paper
    phone: str = ""
    address: str = ""
    email: str = ""


@dataclass(frozen=True)
class BillLine:
    """One fee or charge of the bill."""

    code: str
    name: str
    is_fee: bool  # phí; else lệ phí (charge)
    amount: int


@dataclass(frozen=True)
class Bill:
    """What the receipt of the national platform has to name (ThongTinBienLai)."""

    procedure_code: str
    procedure_name: str
    agency_code: str
    agency_name: str
    dossier_code: str
    account: str  # beneficiary
    account_name: str
    bank_code: str
    lines: tuple[BillLine, ...] = ()


@dataclass(frozen=True)
class Order:
    """One attempt, as a gateway is told of it; the number is ours and unique."""

    number: str  # 16 digits: invoice number and attempt
    amount: int  # đồng
    words: str  # without accents, at most 100 signs, no name of a person
    begun_at: datetime
    expires_at: datetime
    return_url: str  # where the browser comes back; proves nothing (PAY-6)
    notice_url: str  # where their server tells ours
    payer: Payer
    bill: Bill
    bank_code: str = ""
    address: str = ""  # network address of the payer


@dataclass(frozen=True)
class Begun:
    """Where the person pays."""

    url: str
    reference: str = ""  # the gateway's number of the order


class Outcome(StrEnum):
    """What a gateway says of an order; its own codes stay in the adapter."""

    PAID = "paid"
    FAILED = "failed"
    PENDING = "pending"
    UNKNOWN = "unknown"  # they know no such order


class Failure(StrEnum):
    """Why it did not succeed, as far as the gateway tells."""

    CANCELLED = "cancelled"  # by the person
    FUNDS = "funds"
    LIMIT = "limit"
    OTP = "otp"
    LOCKED = "locked"
    NOT_REGISTERED = "not_registered"  # no internet banking
    TIMEOUT = "timeout"
    MAINTENANCE = "maintenance"
    SUSPICIOUS = "suspicious"
    OTHER = "other"


@dataclass(frozen=True)
class Told:
    """What a gateway says of one order, once its signature was found genuine."""

    number: str
    outcome: Outcome
    amount: int | None = None  # đồng; None where the message carries none
    transaction_id: str = ""
    at: datetime | None = None
    bank_code: str = ""
    failure: Failure | None = None


@dataclass(frozen=True)
class RawNotice:
    """A message to our notice address, byte by byte."""

    method: str
    query: str = ""
    body: bytes = b""
    content_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class NoticeFault(StrEnum):
    """Why a notice is not believed."""

    SIGNATURE = "signature"
    MALFORMED = "malformed"  # missing, doubled or impossible fields
    MERCHANT = "merchant"  # genuine, but not ours
    CURRENCY = "currency"
    CLOCK = "clock"  # from an impossible time


class NoticeRefused(Exception):
    """The notice is not believed; the state of nothing changes."""

    def __init__(self, fault: NoticeFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Verdict(StrEnum):
    """What we answer a notice; each gateway has its own codes for these (PAY-4)."""

    OK = "ok"
    ALREADY = "already"
    NOT_FOUND = "not_found"
    BAD_AMOUNT = "bad_amount"
    BAD_SIGNATURE = "bad_signature"
    OTHER = "other"


@dataclass(frozen=True)
class Reply:
    """An answer in the gateway's own words."""

    status: int
    content_type: str
    body: bytes


@dataclass(frozen=True)
class RefundOrder:
    """Money to be given back; the same number twice is one refund."""

    number: str
    order_number: str
    transaction_id: str
    amount: int
    paid: int  # what the order was paid with
    begun_at: datetime  # of the order
    words: str  # without accents
    is_whole: bool


@dataclass(frozen=True)
class RefundTold:
    """What became of a refund."""

    is_done: bool
    reference: str = ""
    refusal: str = ""  # their words, for officers


@dataclass(frozen=True)
class ReportLine:
    """One line of the gateway's own ledger of a day (PAY-8)."""

    number: str
    transaction_id: str
    amount: int
    is_paid: bool
    refunded: int
    at: datetime


class GatewayRefused(Exception):
    """The gateway does not take this order, and why in its words."""


class PaymentGateway(Protocol):
    """One payment gateway (contracts 4).

    Every call over the network raises SystemUnavailable when nothing sensible is
    answered. `read_notice` and `reply` ask nobody.
    """

    def begin(self, order: Order) -> Begun:
        """Open the order and return the page to pay on. Raises GatewayRefused."""

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a genuine notice says. Raises NoticeRefused."""

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return our answer to a notice in this gateway's words."""

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what the gateway knows of an order (QUERY)."""

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give money back."""

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the gateway's ledger of one local day."""
