"""Ask for money to be given back: one person asks, another decides (PAY-10)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, func, select

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.payments.models import Payment, PaymentRequest, PaymentState, RequestState
from services.payments.queries import lock_payment
from services.payments.rules import HOLDS_MONEY
from services.payments.settlement_models import Refund
from services.payments.transition import Cause, Source, transition
from services.work import Role, Work

DOUBLE, CANCELLED, OTHER = "double", "cancelled", "other"
REASONS = frozenset({DOUBLE, CANCELLED, "amount", OTHER})
NOTE_LENGTHS = (5, 500)


@dataclass(frozen=True)
class RefundWish:
    """What an officer typed; `seen` is what was left when they looked."""

    amount: int
    seen: int
    reason: str
    note: str


def ask_refund(work: Work, payment_id: UUID, wish: RefundWish, intent: str) -> Refund:
    """Ask for a part or all of what a payment of one's own agency still holds.

    What is left is compared with what the officer saw, so that two who ask at the
    same time never give back more than was paid. Pressed twice, it is asked once.
    """
    work.actor.require_officer(Role.INTAKE, Role.APPROVER)
    _, payment = lock_of_agency(work, payment_id)
    if known := _same_press(work.session, payment_id, intent):
        return known
    left = left_of(payment)
    if payment.state not in HOLDS_MONEY or payment.state is PaymentState.REFUND_PENDING:
        raise Conflict("refund_not_now")
    if left != wish.seen:
        raise Conflict("remaining_changed")
    _check(wish, left)
    note = _read_note(wish.note)
    return _open(work, payment, wish.amount, wish.reason, (intent, note))


def refund_double(work: Work, payment: Payment) -> Refund:
    """Ask, as the system, for all of a payment that nobody owed any more.

    Another payment settled the request already, or it was cancelled meanwhile.
    Both rows are locked by the caller; a person still approves (PAY-10).
    """
    request = work.session.get_one(PaymentRequest, payment.request_id)
    is_cancelled = request.state is RequestState.CANCELLED
    return refund_whole(work, payment, CANCELLED if is_cancelled else DOUBLE)


def refund_whole(work: Work, payment: Payment, reason: str) -> Refund:
    """Ask, as the system, for all that a payment still holds; both rows are locked."""
    return _open(work, payment, left_of(payment), reason, ("system", ""))


def left_of(payment: Payment) -> int:
    """Return the đồng of a payment that were not given back yet."""
    received = payment.amount_received
    return (payment.amount if received is None else received) - payment.refunded


def lock_of_agency(work: Work, payment_id: UUID) -> tuple[PaymentRequest, Payment]:
    """Lock a payment of the officer's agency; any other is not there (AZ-4)."""
    request, payment = lock_payment(work.session, payment_id)
    if work.actor.agency_id is None or request.agency_id != work.actor.agency_id:
        raise NotFound("payment")
    return request, payment


def _open(
    work: Work, payment: Payment, amount: int, reason: str, press: tuple[str, str]
) -> Refund:
    intent, note = press
    count = work.session.exec(
        select(func.count()).where(col(Refund.payment_id) == payment.id)
    ).one()
    refund = Refund(
        payment_id=payment.id,
        number=f"{payment.number}{count + 1:02d}",
        amount=amount,
        remaining_before=left_of(payment),
        reason=reason,
        note=note,
        asked_by_id=work.actor.account_id,
        asked_by_name="" if work.actor.is_system else work.actor.name,
        asked_at=work.now,
        intent=intent,
    )
    work.session.add(refund)
    source = Source.OFFICER if work.actor.is_officer else Source.CLOCK
    cause = Cause(source, reason, {"amount": str(amount)})
    transition(work, payment, PaymentState.REFUND_PENDING, cause)
    record(work, "refund.asked", refund.id, amount=amount)
    work.session.flush()
    return refund


def _same_press(session: Session, payment_id: UUID, intent: str) -> Refund | None:
    if not intent:
        raise RuleViolation({"intent": "required"})
    query = select(Refund).where(
        Refund.payment_id == payment_id, Refund.intent == intent
    )
    return session.exec(query).first()


def _check(wish: RefundWish, left: int) -> None:
    problems: dict[str, str] = {}
    if wish.reason not in REASONS:
        problems["reason"] = "refund_reason"
    if not 0 < wish.amount <= left:
        problems["amount"] = "refund_amount"
    if problems:
        raise RuleViolation(problems)


def _read_note(text: str) -> str:
    try:
        return read_note(text, *NOTE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"note": fault.key}) from None
