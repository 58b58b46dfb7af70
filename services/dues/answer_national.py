"""The national portal asks what a dossier owes, to take the money itself (contracts 4.1)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.models import Dossier
from services.integrations.payment_gateways.port import Bill
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.open_attempt import bill_of
from services.payments.queries import lock_request, next_number, payments_of
from services.payments.rules import HOLDS_MONEY, LIFE, LIVE, next_ask
from services.payments.transition import Cause, Source, begin_life, transition
from services.work import Work

NATIONAL = "national"  # provider and gateway
ASKED_BY = {"asked_by": "national_portal"}
INTENT = "national_portal"
UNPAID = {PaymentState.EXPIRED, PaymentState.FAILED}
MOST_ATTEMPTS = 90  # the last numbers of a bill are kept for whoever pays here


class Owing(StrEnum):
    """What the national portal is answered."""

    DUE = "due"
    NOTHING = "nothing"  # all is paid, or nothing was asked for
    BUSY = "busy"  # another payment is open, or holds money
    UNKNOWN = "unknown"  # no such dossier


@dataclass(frozen=True)
class NationalAnswer:
    """What a dossier owes; `number` is what the money will be told by."""

    owing: Owing
    number: str = ""
    amount: int = 0
    bill: Bill | None = None


def answer_national(work: Work, code: str) -> NationalAnswer:
    """Return the oldest open bill of a dossier, and open an attempt to pay it there.

    Their confirm names our number, so the attempt must be there before it; asked
    again they are given the same one. The payer is theirs to tell.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    bills = work.session.exec(
        select(PaymentRequest)
        .where(PaymentRequest.dossier_code == code)
        .order_by(col(PaymentRequest.opened_at), col(PaymentRequest.invoice_number))
    ).all()
    due = next((one for one in bills if one.state is RequestState.OPEN), None)
    if due is None:
        return NationalAnswer(Owing.NOTHING if bills else _without_bill(work, code))
    request = lock_request(work.session, due.id)
    if request.state is not RequestState.OPEN:
        return NationalAnswer(Owing.BUSY)
    payment = _attempt(work, request)
    if payment is None:
        return NationalAnswer(Owing.BUSY)
    record(work, "payment_request.asked_by_national_portal", request.id)
    return NationalAnswer(Owing.DUE, payment.number, request.amount, bill_of(request))


def _without_bill(work: Work, code: str) -> Owing:
    known = select(Dossier.id).where(col(Dossier.code) == code)
    is_known = work.session.exec(known).first() is not None
    return Owing.NOTHING if is_known else Owing.UNKNOWN


def _attempt(work: Work, request: PaymentRequest) -> Payment | None:
    """Return their attempt, new or as before; None while another one is on its way.

    One of theirs that expired keeps its number: a late success counts all the same.
    """
    tried = payments_of(work.session, request.id)
    if any(one.state in HOLDS_MONEY for one in tried):
        return None
    theirs = [one for one in tried if one.facts.items() >= ASKED_BY.items()]
    if any(one.state in LIVE for one in tried if one not in theirs):
        return None
    for one in theirs:
        if one.state in LIVE | UNPAID:
            return _again(work, one)
    return None if len(tried) >= MOST_ATTEMPTS else _open(work, request)


def _again(work: Work, payment: Payment) -> Payment:
    """Ask about it from the beginning: somebody is about to pay it."""
    payment.asked = 0
    payment.ask_next_at = next_ask(payment, work.now)
    work.session.add(payment)
    return payment


def _open(work: Work, request: PaymentRequest) -> Payment:
    number = next_number(work.session, request)
    payment = Payment(
        request_id=request.id,
        provider=NATIONAL,
        gateway=NATIONAL,
        number=number,
        amount=request.amount,
        intent=f"{INTENT}:{number}",
        facts=dict(ASKED_BY),
        created_at=work.now,
        expires_at=work.now + LIFE,
    )
    payment.ask_next_at = next_ask(payment, work.now)
    cause = Cause(Source.PERSON, INTENT)
    begin_life(work, payment, cause)
    transition(work, payment, PaymentState.PENDING, cause)
    return payment
