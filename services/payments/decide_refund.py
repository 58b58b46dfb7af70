"""Decide on a refund: another person than the one who asked (PAY-10)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.ask_refund import lock_of_agency
from services.payments.models import Payment, PaymentRequest, PaymentState, RequestState
from services.payments.settlement_models import Refund, RefundState
from services.payments.tell_payer import tell_payer
from services.payments.transition import Cause, Source, move_request, transition
from services.work import Role, Work

SEND_JOB = "payments.send_refund"
REASON_LENGTHS = (5, 500)
BY_HAND = frozenset({"cash", "bank_feed"})  # no gateway gives it back for us


def approve_refund(work: Work, refund_id: UUID) -> Refund:
    """Approve, and let the gateway be told; pressed twice, it goes once."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    work.actor.require_fresh_proof(work.now)
    refund, _, payment = _lock(work, refund_id)
    if refund.state is not RefundState.ASKED:
        return refund
    if refund.asked_by_id == officer_id:
        raise Forbidden("four_eyes")
    _decide(work, refund, RefundState.APPROVED)
    if payment.gateway not in BY_HAND:
        defer(
            work.session,
            SEND_JOB,
            lock=f"refund:{refund.id}",
            refund_id=str(refund.id),
        )
    record(work, "refund.approved", refund.id, amount=refund.amount)
    return refund


def decline_refund(work: Work, refund_id: UUID, reason: str) -> Refund:
    """Decline with a reason; the payment is again what it was."""
    work.actor.require_officer(Role.APPROVER)
    refund, request, payment = _lock(work, refund_id)
    if refund.state is RefundState.DECLINED:
        return refund
    if refund.state is not RefundState.ASKED:
        raise Conflict("refund_decided")
    try:
        refund.declined_reason = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
    _decide(work, refund, RefundState.DECLINED)
    give_up(work, request, payment, "declined", Source.OFFICER)
    record(work, "refund.declined", refund.id)
    tell_payer(work, request, Subject.REFUND_DECLINED, str(refund.id))
    return refund


def give_up(
    work: Work, request: PaymentRequest, payment: Payment, reason: str, source: str
) -> None:
    """Lead a payment whose refund did not happen back to where it came from."""
    is_settled = request.paid_with_id == payment.id
    received = payment.amount_received
    is_odd = received is not None and received != payment.amount
    keeps = not is_settled and is_odd
    state = PaymentState.MISMATCH if keeps else PaymentState.PAID
    transition(work, payment, state, Cause(source, reason))


def finish(work: Work, refund: Refund, source: str) -> None:
    """Write down that the money went back; both rows are locked."""
    payment = work.session.get_one(Payment, refund.payment_id)
    request = work.session.get_one(PaymentRequest, payment.request_id)
    refund.state, refund.done_at = RefundState.DONE, work.now
    work.session.add(refund)
    payment.refunded += refund.amount
    received = payment.amount_received
    whole = payment.amount if received is None else received
    if payment.refunded < whole:
        give_up(work, request, payment, "part", source)
    else:
        transition(work, payment, PaymentState.REFUNDED, Cause(source, refund.reason))
        if request.paid_with_id == payment.id and request.state is RequestState.PAID:
            move_request(work, request, RequestState.REFUNDED, refund.reason)
    record(work, "refund.done", refund.id, amount=refund.amount)
    tell_payer(work, request, Subject.REFUNDED, str(refund.id))


def confirm_paid_out(work: Work, refund_id: UUID, reference: str) -> Refund:
    """Write down that cash or a transfer by hand went back, with its slip's number."""
    work.actor.require_officer(Role.INTAKE)
    refund, _, payment = _lock(work, refund_id)
    if refund.state is RefundState.DONE:
        return refund
    if refund.state is not RefundState.APPROVED or payment.gateway not in BY_HAND:
        raise Conflict("refund_not_now")
    try:
        refund.gateway_ref = read_note(reference, 1, 60)
    except Unreadable as fault:
        raise RuleViolation({"reference": fault.key}) from None
    finish(work, refund, Source.OFFICER)
    return refund


def _decide(work: Work, refund: Refund, state: RefundState) -> None:
    refund.state = state
    refund.decided_by_id = work.actor.account_id
    refund.decided_by_name, refund.decided_at = work.actor.name, work.now
    work.session.add(refund)


def _lock(work: Work, refund_id: UUID) -> tuple[Refund, PaymentRequest, Payment]:
    refund = work.session.get(Refund, refund_id)
    if refund is None:
        raise NotFound("refund")
    request, payment = lock_of_agency(work, refund.payment_id)
    held = select(Refund).where(Refund.id == refund_id).with_for_update()
    held = held.execution_options(populate_existing=True)
    return work.session.exec(held).one(), request, payment
