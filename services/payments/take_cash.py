"""Take cash at the counter, against a slip of the receipt book."""

import re
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlmodel import Session, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_name
from services.integrations.payment_gateways.port import Payer
from services.jobs import defer
from services.payments.mark_paid import mark_paid
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import live_payment, lock_request, next_number
from services.payments.settle import FOLLOW_JOB
from services.payments.settlement_models import TillClosing
from services.payments.transition import Cause, Source, begin_life, transition
from services.procedures.models import Agency
from services.work import Role, Work

CASH = "cash"
BOOK = re.compile(r"[A-Z0-9][A-Z0-9/.-]{0,19}")
SLIP = re.compile(r"\d{1,10}")


@dataclass(frozen=True)
class Slip:
    """What the officer typed: book and number of the slip, and who paid."""

    book: str
    number: str
    payer: str


def take_cash(work: Work, request_id: UUID, slip: Slip, intent: str) -> Payment:
    """Settle an open request of one's agency with cash, once for each press.

    Not while an attempt with a bank is open, nor after the day was closed; a slip
    that was used is refused.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    request = lock_request_of_agency(work, request_id)
    if known := _same_press(work, request, intent):
        return known
    if request.state is not RequestState.OPEN:
        raise Conflict("request_moved")
    if live_payment(work.session, request.id):
        raise Conflict("payment_live")
    _check_open(work, request)
    payment = _write(work, request, slip, (officer_id, intent))
    record(work, "payment.cash", payment.id, amount=payment.amount)
    defer(
        work.session,
        FOLLOW_JOB,
        lock=f"dossier:{request.dossier_id}",
        payment_id=str(payment.id),
    )
    mark_paid(work, request, payment)
    return payment


def _write(
    work: Work, request: PaymentRequest, slip: Slip, press: tuple[UUID, str]
) -> Payment:
    """Write the payment down as paid, under the number of its slip."""
    officer_id, intent = press
    book, number, name = _read(slip)
    mark = f"{request.agency_code}:{book}:{int(number)}"
    _check_unused(work, mark)
    payment = Payment(
        request_id=request.id,
        provider=CASH,
        gateway=CASH,
        number=next_number(work.session, request),
        amount=request.amount,
        amount_received=request.amount,
        intent=intent,
        transaction_id=mark,
        payer=asdict(Payer(name=name)),
        facts={
            "book": book,
            "slip": number,
            "officer": work.actor.name,
            "officer_id": str(officer_id),
        },
        created_at=work.now,
        expires_at=work.now,
        settled_at=work.now,
    )
    begin_life(work, payment, Cause(Source.OFFICER, CASH))
    work.session.flush()
    transition(work, payment, PaymentState.PAID, Cause(Source.OFFICER, CASH))
    return payment


def lock_request_of_agency(work: Work, request_id: UUID) -> PaymentRequest:
    """Lock a request of the officer's agency; any other is not there (AZ-4)."""
    if work.session.get(PaymentRequest, request_id) is None:
        raise NotFound("payment_request")
    request = lock_request(work.session, request_id)
    if work.actor.agency_id is None or request.agency_id != work.actor.agency_id:
        raise NotFound("payment_request")
    return request


def _same_press(work: Work, request: PaymentRequest, intent: str) -> Payment | None:
    if not intent:
        raise RuleViolation({"intent": "required"})
    query = select(Payment).where(
        Payment.request_id == request.id, Payment.intent == intent
    )
    return work.session.exec(query).first()


def hold_till(session: Session, agency_id: UUID) -> None:
    """Let one clerk of an agency write into its till at a time, until the commit.

    So no slip is used twice, and no cash slips in while the day is being closed.
    """
    query = select(Agency.id).where(Agency.id == agency_id)
    session.exec(query.with_for_update(key_share=True)).one()


def _check_open(work: Work, request: PaymentRequest) -> None:
    hold_till(work.session, request.agency_id)
    closed = select(TillClosing.id).where(
        TillClosing.agency_id == request.agency_id,
        TillClosing.day == local_day(work.now),
    )
    if work.session.exec(closed).first():
        raise Conflict("till_closed")


def _check_unused(work: Work, mark: str) -> None:
    used = select(Payment.id).where(
        Payment.gateway == CASH, Payment.transaction_id == mark
    )
    if work.session.exec(used).first():
        raise RuleViolation({"slip": "slip_used"})


def _read(slip: Slip) -> tuple[str, str, str]:
    problems: dict[str, str] = {}
    book, number, name = slip.book.strip().upper(), slip.number.strip(), ""
    if not BOOK.fullmatch(book):
        problems["book"] = "slip_book"
    if not (number.isascii() and SLIP.fullmatch(number)):
        problems["slip"] = "slip_number"
    try:
        name = read_name(slip.payer)
    except Unreadable as fault:
        problems["payer"] = fault.key
    if problems:
        raise RuleViolation(problems)
    return book, number, name
