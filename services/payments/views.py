"""What pages are told of money: no row of a table leaves the services."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.integrations.payment_gateways.port import Payer
from services.payments.models import DueMoment, PaymentState
from services.payments.settlement_models import ProviderKind, RefundState


@dataclass(frozen=True)
class DueLine:
    """One fee or charge of a request, as frozen."""

    name: str
    kind: str  # fee (phí) or charge (lệ phí)
    amount: int  # đồng
    basis: str = ""
    code: str = ""


class Standing(StrEnum):
    """What a person is told of a request, whatever became of its attempts."""

    OPEN = "open"  # nothing paid, nothing on its way
    PAYING = "paying"  # an attempt is open in some tab
    CHECKING = "checking"  # the provider is being asked
    PAID = "paid"
    HELD = "held"  # money came, but not as asked: a person settles it
    CANCELLED = "cancelled"
    REFUNDING = "refunding"
    REFUNDED = "refunded"


@dataclass(frozen=True)
class RefundView:
    """Money on its way back."""

    amount: int
    state: RefundState
    reason: str
    asked_at: datetime
    decided_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True)
class PaymentView:
    """One attempt. The page to pay on is told only to whoever began it."""

    id: UUID
    provider: str
    provider_name: str
    number: str
    amount: int
    provider_fee: int
    state: PaymentState
    failure: str
    transaction_id: str
    amount_received: int | None
    refunded: int
    created_at: datetime
    expires_at: datetime
    settled_at: datetime | None
    pay_url: str = ""
    refunds: tuple[RefundView, ...] = ()


@dataclass(frozen=True)
class RequestView:
    """A payment request as the holder of its link sees it.

    The applicant is initials only; payer, code of the dossier's page and the
    receipt are told to the owner and to the browser that paid.
    """

    id: UUID
    key: str
    invoice_number: str
    dossier_code: str
    procedure_name: str
    agency_name: str
    initials: str
    moment: DueMoment
    lines: tuple[DueLine, ...]
    amount: int
    account: str
    account_name: str
    bank_name: str
    qr_text: str  # VietQR; empty when the beneficiary has no bank
    transfer_words: str  # what a transfer by hand has to say
    standing: Standing
    is_owner: bool
    is_mine: bool  # owner, or this browser paid it
    payer: Payer
    pay_by: datetime | None
    opened_at: datetime
    paid_at: datetime | None
    cancelled_why: str
    payments: tuple[PaymentView, ...]  # the newest first
    receipt_number: str = ""
    draft_id: UUID | None = None  # of the owner's dossier that was not filed yet


@dataclass(frozen=True)
class ProviderView:
    """One way to pay, for one amount."""

    code: str
    name: str
    kind: ProviderKind
    fee: int  # đồng on top
    total: int
    is_failing: bool
    failing_since: datetime | None = None
    was_last: bool = False  # what this person or browser used last


@dataclass(frozen=True)
class Paying:
    """What a press of “Thanh toán” leads to."""

    payment_id: UUID
    url: str
