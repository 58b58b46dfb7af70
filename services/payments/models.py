"""What is asked for, the attempts to pay it, and every word of the gateways."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class RequestState(StrEnum):
    """What became of what was asked for."""

    OPEN = "open"  # chưa thanh toán
    PAID = "paid"  # đã thanh toán
    CANCELLED = "cancelled"  # hủy
    REFUNDED = "refunded"  # đã hoàn phí, all of it


class DueMoment(StrEnum):
    """When it is paid; the first three are `Due` of the fee rules."""

    BEFORE_FILING = "now"
    RECEPTION = "reception"
    RESULT = "result"
    NOTICE = "notice"  # thông báo nghĩa vụ tài chính


class PaymentRequest(Table, table=True):
    """One sum asked for (yêu cầu thanh toán); a dossier may have several.

    Lines, amount and beneficiary are frozen when it is opened (PAY-2). Names of
    dossier and procedure are copied: a bill says what it said when it was paid.
    """

    __table_args__ = (
        Index(None, "dossier_id", "moment", "sequence", unique=True),
        Index(None, "account_id", "state", "opened_at"),
        Index(None, "principal_id", "state", "opened_at"),
        Index(None, "agency_id", "state", "opened_at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    moment: DueMoment = choice(DueMoment)
    sequence: int = 1  # a cancelled one may be followed by another
    agency_id: UUID = Field(foreign_key="agency.id")
    account_id: UUID = Field(foreign_key="account.id")  # who handed the dossier in
    principal_id: UUID | None = Field(default=None, foreign_key="account.id")
    invoice_number: str = Field(unique=True)  # F10: 14 digits
    dossier_code: str = Field(default="", index=True)  # empty before filing
    procedure_code: str
    procedure_name: str
    agency_code: str
    agency_name: str
    applicant_name: str
    lines: list[dict[str, Any]] = json_column(list)  # Any: DueLine, read by lines_of
    amount: int = Field(sa_type=BigInteger)  # đồng, above zero
    beneficiary: dict[str, str] = json_column(dict)  # account, name, bank, bin
    payer: dict[str, str] = json_column(dict)  # as typed last, read by payer_of
    state: RequestState = choice(RequestState, RequestState.OPEN)
    link_key: str = Field(unique=True)  # of the personal link; opens this one only
    notice_number: str = ""  # of the financial-obligation notice
    pay_by: datetime | None = None
    opened_at: datetime
    paid_at: datetime | None = None
    paid_with_id: UUID | None = None  # the payment that settled it
    cancelled_at: datetime | None = None
    cancelled_why: str = ""  # key of a sentence
    version: int = 1


class PaymentState(StrEnum):
    """The life of one attempt (PAY-1); the edges are in rules.py."""

    CREATED = "created"
    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"
    REFUND_PENDING = "refund_pending"
    REFUNDED = "refunded"
    DISPUTED = "disputed"
    MISMATCH = "mismatch"  # money came, but not as asked: a person settles it


class Payment(Table, table=True):
    """One attempt to pay one request with one provider."""

    __table_args__ = (
        Index(None, "request_id", "intent", unique=True),
        Index(
            "uq_payment_open",
            "request_id",
            unique=True,
            postgresql_where=text("state in ('created', 'pending')"),
        ),
        Index(
            "ix_payment_ask_next",
            "ask_next_at",
            postgresql_where=text("ask_next_at is not null"),
        ),
        Index(None, "gateway", "created_at"),
        Index(None, "state", "created_at"),
        # A slip of a receipt book is used once.
        Index(
            "uq_payment_cash_slip",
            "transaction_id",
            unique=True,
            postgresql_where=text("gateway = 'cash'"),
        ),
    )
    request_id: UUID = Field(foreign_key="payment_request.id", index=True)
    provider: str  # code of PaymentProvider, cash, or vietqr
    gateway: str  # key of Systems.gateways; cash and bank_feed have no order
    number: str = Field(unique=True)  # what the gateway knows it by
    amount: int = Field(sa_type=BigInteger)  # đồng asked for
    provider_fee: int = Field(default=0, sa_type=BigInteger)  # on top, told before
    intent: str  # key of the press: the same press is the same attempt (PAY-9)
    state: PaymentState = choice(PaymentState, PaymentState.CREATED)
    bank_code: str = ""
    pay_url: str = ""  # the provider's page
    gateway_ref: str = ""  # their number of the order, before it is paid
    transaction_id: str = ""  # their number of the transfer: the proof
    amount_received: int | None = Field(default=None, sa_type=BigInteger)
    refunded: int = Field(default=0, sa_type=BigInteger)  # đồng given back so far
    failure: str = ""  # key of a sentence
    payer: dict[str, str] = json_column(dict)
    facts: dict[str, str] = json_column(dict)  # cash: book, receipt, officer
    browser: str = ""  # who began it, for the page that waits
    created_at: datetime
    expires_at: datetime
    settled_at: datetime | None = None  # paid, failed or expired
    ask_next_at: datetime | None = None  # when the gateway is asked again (PAY-7)
    asked: int = 0
    version: int = 1


class PaymentEvent(Table, table=True):
    """One transition of one payment; rows are only ever added."""

    __table_args__ = (Index(None, "payment_id", "at"),)
    payment_id: UUID = Field(foreign_key="payment.id")
    at: datetime
    before: str
    after: PaymentState = choice(PaymentState)
    source: str  # person, notice, query, feed, officer, reconciliation, clock
    reason: str = ""  # key
    facts: dict[str, str] = json_column(dict)


class GatewayNotice(Table, table=True):
    """A message of a gateway, stored as it came before anything believes it (PAY-3)."""

    __table_args__ = (
        Index(None, "received_at"),
        Index(
            "uq_gateway_notice_told",
            "gateway",
            "transaction_id",
            "kind",
            unique=True,
            postgresql_where=text("transaction_id <> ''"),
        ),
    )
    gateway: str
    received_at: datetime
    method: str
    query: str = ""
    content_type: str = ""
    body: bytes = b""
    verdict: str = ""  # Verdict, once it was judged
    kind: str = ""  # Outcome it tells of
    transaction_id: str = ""  # filled by the one that acted (PAY-4)
    payment_id: UUID | None = Field(default=None, foreign_key="payment.id", index=True)
