"""Ask a gateway about one payment, and believe its answer (QUERY, PAY-7)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.port import Outcome, PaymentGateway, Told
from services.payments.models import Payment, PaymentState
from services.payments.queries import lock_payment
from services.payments.rules import (
    FORGOTTEN,
    GRACE,
    LIVE,
    SILENT_GAP,
    next_ask,
)
from services.payments.settle import settle
from services.payments.transition import Cause, Source, transition
from services.work import Work

FINAL = {Outcome.PAID, Outcome.FAILED}


@dataclass(frozen=True)
class Question:
    """What is asked, of whom; nobody where the payment has no order."""

    number: str
    begun_at: datetime
    gateway: PaymentGateway | None


def ask_payment(opener: Opener, payment_id: UUID) -> PaymentState:
    """Ask, settle what is answered, and say when to ask again; in no open transaction.

    Raises SystemUnavailable when the gateway does not answer.
    """
    question = opener(ask_about, payment_id)
    if question.gateway is None:
        return opener(take_silence, payment_id)
    try:
        told = question.gateway.ask(question.number, question.begun_at)
    except SystemUnavailable:
        opener(take_silence, payment_id)
        raise
    return opener(take_answer, payment_id, told)


def ask_about(work: Work, payment_id: UUID) -> Question:
    """Return the question about a payment."""
    payment = work.session.get_one(Payment, payment_id)
    gateway = work.systems.gateways.get(payment.gateway)
    return Question(payment.number, payment.created_at, gateway)


def take_answer(work: Work, payment_id: UUID, told: Told) -> PaymentState:
    """Settle what the gateway said; one still unpaid past its time expires now."""
    _, payment = lock_payment(work.session, payment_id)
    settle(work, payment, told, Source.QUERY)
    if told.outcome in FINAL:
        return payment.state
    _expire_if_over(work, payment, "time", payment.expires_at)
    is_forgotten = work.now >= payment.expires_at + FORGOTTEN
    if told.outcome is Outcome.UNKNOWN and is_forgotten:
        payment.ask_next_at = None
    elif payment.ask_next_at is not None:
        payment.ask_next_at = next_ask(payment, work.now)
        payment.asked += 1
    work.session.add(payment)
    return payment.state


def take_silence(work: Work, payment_id: UUID) -> PaymentState:
    """Ask again soon; after a while the person may pay elsewhere all the same."""
    _, payment = lock_payment(work.session, payment_id)
    _expire_if_over(work, payment, "unanswered", payment.expires_at + GRACE)
    if payment.ask_next_at is not None:
        soon = work.now + SILENT_GAP
        payment.ask_next_at = min(next_ask(payment, work.now) or soon, soon)
        work.session.add(payment)
    return payment.state


def _expire_if_over(
    work: Work, payment: Payment, reason: str, moment: datetime
) -> None:
    if payment.state in LIVE and work.now >= moment:
        payment.settled_at = work.now
        cause = Cause(Source.CLOCK, reason)
        transition(work, payment, PaymentState.EXPIRED, cause)
