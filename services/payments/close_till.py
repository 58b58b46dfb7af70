"""Close the day at a counter (khóa sổ): count the till against the slips."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, func, select

from services.audit.record import record
from services.core.clock import ZONE, local_day
from services.core.errors import Conflict, RuleViolation
from services.core.money import read_money
from services.core.readers import Unreadable, read_note
from services.payments.models import Payment, PaymentRequest, PaymentState
from services.payments.settlement_models import TillClosing
from services.payments.take_cash import CASH, hold_till
from services.signals import tell, till_topics
from services.work import Role, Work

NOTE_LENGTHS = (0, 500)


def close_till(work: Work, day: date, counted: str, note: str) -> TillClosing:
    """Write down what lay in the till; a difference needs a word of why.

    Once closed, no cash is taken for that day any more; pressed again, the same
    closing is shown.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    agency_id = work.actor.agency_id
    if agency_id is None:
        raise Conflict("no_agency")
    if day > local_day(work.now):
        raise RuleViolation({"day": "date_future"})
    hold_till(work.session, agency_id)
    if known := closing_of(work.session, agency_id, day):
        return known
    count, expected = cash_of_day(work.session, agency_id, day)
    amount, words = _read(counted, note, expected)
    closing = TillClosing(
        agency_id=agency_id,
        day=day,
        receipts=count,
        expected=expected,
        counted=amount,
        note=words,
        closed_by_id=officer_id,
        closed_by_name=work.actor.name,
        closed_at=work.now,
    )
    work.session.add(closing)
    work.session.flush()
    record(work, "till.closed", closing.id, expected=expected, counted=amount)
    tell(work.session, *till_topics([agency_id]))
    return closing


def closing_of(session: Session, agency_id: object, day: date) -> TillClosing | None:
    """Return the closing of a day, if there was one."""
    query = select(TillClosing).where(
        col(TillClosing.agency_id) == agency_id, TillClosing.day == day
    )
    return session.exec(query).first()


def cash_of_day(session: Session, agency_id: object, day: date) -> tuple[int, int]:
    """Return how many slips a local day has, and their sum in đồng."""
    begins = datetime.combine(day, time(), ZONE)
    query = (
        select(func.count(), func.coalesce(func.sum(Payment.amount), 0))
        .join(PaymentRequest, col(PaymentRequest.id) == col(Payment.request_id))
        .where(
            Payment.gateway == CASH,
            col(PaymentRequest.agency_id) == agency_id,
            col(Payment.state) != PaymentState.FAILED,
            col(Payment.created_at) >= begins,
            col(Payment.created_at) < begins + timedelta(days=1),
        )
    )
    count, total = session.exec(query).one()
    return int(count), int(total)


def _read(counted: str, note: str, expected: int) -> tuple[int, str]:
    problems: dict[str, str] = {}
    amount, words = 0, ""
    try:
        amount = int(read_money(counted))
    except Unreadable as fault:
        problems["counted"] = fault.key
    try:
        words = read_note(note, *NOTE_LENGTHS)
    except Unreadable as fault:
        problems["note"] = fault.key
    if not problems and amount != expected and not words:
        problems["note"] = "till_difference"
    if problems:
        raise RuleViolation(problems)
    return amount, words
