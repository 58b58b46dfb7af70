"""Settle money that came, but not as asked: a person says what becomes of it."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.jobs import defer
from services.payments.ask_refund import RefundWish, ask_refund, left_of, lock_of_agency
from services.payments.mark_paid import mark_paid
from services.payments.models import Payment, PaymentState, RequestState
from services.payments.queries import live_payment
from services.payments.settle import FOLLOW_JOB
from services.payments.transition import Cause, Source, transition
from services.work import Role, Work

AMOUNT = "amount"
NOTE_LENGTHS = (5, 500)


def accept_mismatch(work: Work, payment_id: UUID, note: str, intent: str) -> Payment:
    """Count money that is at least what was asked for; ask the surplus back.

    Less than was asked for never settles a request: such money goes back whole.
    """
    work.actor.require_officer(Role.INTAKE, Role.APPROVER)
    if not intent:
        raise RuleViolation({"intent": "required"})
    request, payment = lock_of_agency(work, payment_id)
    if payment.state is PaymentState.PAID or payment.facts.get("settled") == intent:
        return payment
    if payment.state is not PaymentState.MISMATCH:
        raise Conflict("payment_moved")
    if request.state is not RequestState.OPEN or live_payment(work.session, request.id):
        raise Conflict("request_moved")
    surplus = left_of(payment) - request.amount
    if surplus < 0:
        raise RuleViolation({"amount": "mismatch_short"})
    words = _read(note)
    payment.facts = {**payment.facts, "settled": intent, "note": words}
    transition(work, payment, PaymentState.PAID, Cause(Source.OFFICER, AMOUNT))
    record(work, "payment.mismatch_accepted", payment.id, surplus=surplus)
    defer(
        work.session,
        FOLLOW_JOB,
        lock=f"dossier:{request.dossier_id}",
        payment_id=str(payment.id),
    )
    mark_paid(work, request, payment)
    if surplus:
        wish = RefundWish(surplus, left_of(payment), AMOUNT, words)
        ask_refund(work, payment.id, wish, intent)
    return payment


def _read(note: str) -> str:
    try:
        return read_note(note, *NOTE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"note": fault.key}) from None
