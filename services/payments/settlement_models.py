"""What follows a payment: refunds, e-receipts, bank lines, comparing of ledgers."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class RefundState(StrEnum):
    """A refund is asked for by one person and approved by another (PAY-10)."""

    ASKED = "asked"
    APPROVED = "approved"  # on its way to the gateway
    DONE = "done"
    DECLINED = "declined"  # by the second person
    REFUSED = "refused"  # by the gateway


class Refund(Table, table=True):
    """Money given back, whole or in part."""

    __table_args__ = (
        Index(None, "payment_id", "intent", unique=True),
        Index(
            "uq_refund_open",
            "payment_id",
            unique=True,
            postgresql_where=text("state in ('asked', 'approved')"),
        ),
        Index(None, "state", "asked_at"),
    )
    payment_id: UUID = Field(foreign_key="payment.id", index=True)
    number: str = Field(unique=True)  # what the gateway knows it by
    amount: int = Field(sa_type=BigInteger)
    remaining_before: int = Field(sa_type=BigInteger)  # what was seen when asked
    reason: str  # key: double, mismatch, cancelled, other
    note: str = ""
    state: RefundState = choice(RefundState, RefundState.ASKED)
    asked_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    asked_by_name: str = ""  # empty: the system, for a payment that came twice
    asked_at: datetime
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_by_name: str = ""
    decided_at: datetime | None = None
    declined_reason: str = ""
    gateway_ref: str = ""
    refusal: str = ""
    done_at: datetime | None = None
    tries: int = 0
    intent: str


class PaymentReceipt(Table, table=True):
    """An e-receipt (biên lai điện tử): numbered without gaps, never changed (PAY-11)."""

    __table_args__ = (Index(None, "series", "number", unique=True),)
    request_id: UUID = Field(foreign_key="payment_request.id", unique=True)
    payment_id: UUID = Field(foreign_key="payment.id", unique=True)
    series: str  # code of the agency and the year
    number: int
    issued_at: datetime
    facts: dict[str, Any] = json_column(dict)  # Any: what is printed, frozen
    digest: str = ""  # SHA-256 of the facts


class PaymentReceiptCounter(Table, table=True):
    """The last number of each series; its row is locked until the commit."""

    series: str = Field(unique=True)
    last: int = 0


class BankTransfer(Table, table=True):
    """A line of the bank feed: money that reached an account of ours (VietQR)."""

    __table_args__ = (Index(None, "matched", "at"),)
    reference: str = Field(unique=True)  # the bank's number of the line
    account: str
    amount: int = Field(sa_type=BigInteger)
    words: str  # text of the transfer
    at: datetime
    matched: str = ""  # paid, double, amount, unknown; empty: not looked at
    payment_id: UUID | None = Field(default=None, foreign_key="payment.id", index=True)
    settled_note: str = ""  # what a person wrote who settled an unknown one
    settled_by_id: UUID | None = Field(default=None, foreign_key="account.id")


class FeedCursor(Table, table=True):
    """How far the bank feed was read."""

    name: str = Field(unique=True)
    last: str
    read_at: datetime


class Comparison(StrEnum):
    """The four results of comparing one line (PAY-8)."""

    MATCHED = "matched"
    OURS_ONLY = "ours_only"
    THEIRS_ONLY = "theirs_only"
    DIFFERING = "differing"


class ReconciliationItem(Table, table=True):
    """One line that did not match, until somebody or something settled it.

    The same difference found again on a later run is the same row.
    """

    __table_args__ = (
        Index(None, "gateway", "day", "number", "fault", unique=True),
        Index(None, "settled_at", "found_at"),
    )
    gateway: str
    day: date
    number: str  # of the order; their transaction when they know no order of ours
    result: Comparison = choice(Comparison)
    fault: str  # key: which of the eight
    payment_id: UUID | None = Field(default=None, foreign_key="payment.id", index=True)
    ours: dict[str, str] = json_column(dict)
    theirs: dict[str, str] = json_column(dict)
    found_at: datetime
    settled_at: datetime | None = None
    settled_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    settled_how: str = ""  # key: by_itself, by_hand …
    note: str = ""


class ReconciliationRun(Table, table=True):
    """That a day of a gateway was compared, and what came of it."""

    __table_args__ = (Index(None, "gateway", "day", unique=True),)
    gateway: str
    day: date
    ran_at: datetime
    matched: int = 0
    odd: int = 0
    failure: str = ""  # key: the gateway gave no report


class ProviderKind(StrEnum):
    """How it is listed on the page of choices (C19)."""

    BANK = "bank"
    OTHER_BANKS = "other_banks"  # the other banks, by way of a gateway
    CARD = "card"
    WALLET = "wallet"
    NATIONAL = "national"


class PaymentProvider(Table, table=True):
    """A bank or wallet a person may choose; a row of providers.toml, with a switch."""

    code: str = Field(unique=True)
    name: str
    kind: ProviderKind = choice(ProviderKind)
    gateway: str
    bank_code: str = ""
    position: int
    fee_fixed: int = Field(default=0, sa_type=BigInteger)  # đồng
    fee_permille: int = 0
    least: int = Field(default=0, sa_type=BigInteger)
    most: int = Field(default=0, sa_type=BigInteger)  # 0: no limit
    is_on: bool = True
    digest: str = ""


class TillClosing(Table, table=True):
    """The end of a day at a counter (khóa sổ): what was counted, by whom; never changed."""

    __table_args__ = (Index(None, "agency_id", "day", unique=True),)
    agency_id: UUID = Field(foreign_key="agency.id")
    day: date
    receipts: int
    expected: int = Field(sa_type=BigInteger)  # the sum of the receipts
    counted: int = Field(sa_type=BigInteger)  # what lay in the till
    note: str = ""
    closed_by_id: UUID = Field(foreign_key="account.id")
    closed_by_name: str
    closed_at: datetime
