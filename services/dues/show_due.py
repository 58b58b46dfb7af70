"""One request with everything that happened to it, for an officer of its agency."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.payments.ask_refund import left_of
from services.payments.models import Payment, PaymentEvent, PaymentRequest
from services.payments.queries import lines_of, payer_of, payments_of, receipt_of
from services.payments.settlement_models import PaymentProvider, Refund
from services.payments.views import DueLine
from services.work import Role, Work

DESK = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


@dataclass(frozen=True)
class OfficerRefund:
    """A refund with who asked and who decided."""

    id: UUID
    amount: int
    state: str
    reason: str
    note: str
    asked_by: str
    asked_by_me: bool
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    declined_reason: str
    refusal: str
    reference: str
    done_at: datetime | None


@dataclass(frozen=True)
class OfficerPayment:
    """One attempt with its provider's numbers."""

    id: UUID
    provider: str
    provider_name: str  # empty: cash, VietQR
    gateway: str
    number: str
    amount: int
    received: int | None
    left: int
    state: str
    failure: str
    transaction_id: str
    payer: str
    facts: dict[str, str]
    created_at: datetime
    settled_at: datetime | None
    refunds: tuple[OfficerRefund, ...]


@dataclass(frozen=True)
class OfficerEvent:
    """One line of what happened."""

    at: datetime
    number: str
    before: str
    after: str
    source: str
    reason: str


@dataclass(frozen=True)
class OfficerDue:
    """A request as its agency sees it."""

    id: UUID
    key: str
    invoice_number: str
    dossier_code: str
    procedure_name: str
    applicant_name: str
    payer_name: str
    payer_phone: str
    moment: str
    state: str
    amount: int
    lines: tuple[DueLine, ...]
    notice_number: str
    opened_at: datetime
    paid_at: datetime | None
    cancelled_why: str
    receipt: str
    payments: tuple[OfficerPayment, ...]
    events: tuple[OfficerEvent, ...]


def show_due(work: Work, request_id: UUID) -> OfficerDue:
    """Show a request of the officer's agency; that it was looked at is written down."""
    work.actor.require_officer(*DESK)
    request = work.session.get(PaymentRequest, request_id)
    if request is None or request.agency_id != work.actor.agency_id:
        raise NotFound("payment_request")
    record(work, "show_due", request.id)
    payments = payments_of(work.session, request.id)
    receipt = receipt_of(work.session, request.id)
    payer = payer_of(request.payer)
    return OfficerDue(
        id=request.id,
        key=request.link_key,
        invoice_number=request.invoice_number,
        dossier_code=request.dossier_code,
        procedure_name=request.procedure_name,
        applicant_name=request.applicant_name,
        payer_name=payer.name,
        payer_phone=payer.phone,
        moment=request.moment.value,
        state=request.state.value,
        amount=request.amount,
        lines=lines_of(request),
        notice_number=request.notice_number,
        opened_at=request.opened_at,
        paid_at=request.paid_at,
        cancelled_why=request.cancelled_why,
        receipt=f"{receipt.series}-{receipt.number:07d}" if receipt else "",
        payments=_payments(work, payments),
        events=_events(work, payments),
    )


def _payments(work: Work, payments: list[Payment]) -> tuple[OfficerPayment, ...]:
    ids = [payment.id for payment in payments]
    query = select(Refund).where(col(Refund.payment_id).in_(ids))
    refunds: dict[UUID, list[OfficerRefund]] = {one: [] for one in ids}
    for refund in work.session.exec(query.order_by(col(Refund.asked_at))):
        refunds[refund.payment_id].append(_refund(work, refund))
    names = _provider_names(work, payments)
    return tuple(
        OfficerPayment(
            id=payment.id,
            provider=payment.provider,
            provider_name=names.get(payment.provider, ""),
            gateway=payment.gateway,
            number=payment.number,
            amount=payment.amount,
            received=payment.amount_received,
            left=left_of(payment),
            state=payment.state.value,
            failure=payment.failure,
            transaction_id=payment.transaction_id,
            payer=payment.payer.get("name", ""),
            facts=dict(payment.facts),
            created_at=payment.created_at,
            settled_at=payment.settled_at,
            refunds=tuple(refunds[payment.id]),
        )
        for payment in payments
    )


def _provider_names(work: Work, payments: list[Payment]) -> dict[str, str]:
    codes = {payment.provider for payment in payments}
    query = select(PaymentProvider.code, PaymentProvider.name)
    found = work.session.exec(query.where(col(PaymentProvider.code).in_(codes)))
    return dict(found.all())


def _refund(work: Work, refund: Refund) -> OfficerRefund:
    return OfficerRefund(
        id=refund.id,
        amount=refund.amount,
        state=refund.state.value,
        reason=refund.reason,
        note=refund.note,
        asked_by=refund.asked_by_name,
        asked_by_me=refund.asked_by_id == work.actor.account_id,
        asked_at=refund.asked_at,
        decided_by=refund.decided_by_name,
        decided_at=refund.decided_at,
        declined_reason=refund.declined_reason,
        refusal=refund.refusal,
        reference=refund.gateway_ref,
        done_at=refund.done_at,
    )


def _events(work: Work, payments: list[Payment]) -> tuple[OfficerEvent, ...]:
    numbers = {payment.id: payment.number for payment in payments}
    query = select(PaymentEvent).where(col(PaymentEvent.payment_id).in_(list(numbers)))
    return tuple(
        OfficerEvent(
            at=event.at,
            number=numbers[event.payment_id],
            before=event.before,
            after=event.after.value,
            source=event.source,
            reason=event.reason,
        )
        for event in work.session.exec(
            query.order_by(col(PaymentEvent.at).desc(), col(PaymentEvent.before) == "")
        )
    )
