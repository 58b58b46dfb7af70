"""Reconcile a day of a gateway: what differs is settled by itself or kept for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from services.accounts.register import Opener
from services.core.clock import ZONE
from services.core.errors import Forbidden, SystemUnavailable
from services.failpoints import failpoint
from services.integrations.payment_gateways.port import Outcome, ReportLine, Told
from services.payments.compare_ledgers import (
    HAD_MONEY,
    Difference,
    LedgerFault,
    compare,
)
from services.payments.models import Payment
from services.payments.queries import lock_payment
from services.payments.settle import settle
from services.payments.settlement_models import ReconciliationItem, ReconciliationRun
from services.payments.transition import Source
from services.work import Work

BY_ITSELF = "by_itself"
NO_REPORT = "no_report"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reconciled:
    """What came of one run."""

    matched: int
    odd: int


def reconcile(opener: Opener, gateway: str, day: date) -> Reconciled | None:
    """Compare one local day; None when the gateway gives no report.

    It may be run as often as one likes: the same difference is the same row, and
    one that is no more is closed. A payment that nobody told us of is settled.
    """
    try:
        lines = opener(fetch, gateway, day)
    except SystemUnavailable:
        opener(note_silence, gateway, day)
        return None
    failpoint("reconcile.1")
    opener(settle_missed, gateway, day, lines)
    failpoint("reconcile.2")
    return opener(write_down, gateway, day, lines)


def fetch(work: Work, gateway: str, day: date) -> tuple[ReportLine, ...]:
    """Read their ledger of the day; the transaction around it holds no row."""
    _check(work)
    return work.systems.gateways[gateway].report(day)


def settle_missed(
    work: Work, gateway: str, day: date, lines: Sequence[ReportLine]
) -> None:
    """Believe their ledger where it says paid and we never heard: money is never lost."""
    _check(work)
    ours = _named(work.session, gateway, lines)
    _, found = compare(lines, ours, ())
    missed = [one for one in found if one.fault is LedgerFault.MISSED]
    for line in lines:
        payment = ours.get(line.number)
        if payment is None or not line.is_paid or payment.state in HAD_MONEY:
            continue
        _, held = lock_payment(work.session, payment.id)
        told = Told(
            number=line.number,
            outcome=Outcome.PAID,
            amount=line.amount,
            transaction_id=line.transaction_id,
            at=line.at,
        )
        settle(work, held, told, Source.RECONCILIATION)
    for difference in missed:
        _keep(work, gateway, day, difference, ours)


def write_down(
    work: Work, gateway: str, day: date, lines: Sequence[ReportLine]
) -> Reconciled:
    """Keep what differs for a person, close what does not differ any more."""
    _check(work)
    ours = _named(work.session, gateway, lines)
    matched, found = compare(lines, ours, _expected(work.session, gateway, day))
    for difference in found:
        _keep(work, gateway, day, difference, ours)
    _close_rest(work, gateway, day, found)
    run = _run(work, gateway, day)
    run.failure = ""
    run.matched, run.odd = matched, len(found)
    work.session.add(run)
    return Reconciled(matched, len(found))


def note_silence(work: Work, gateway: str, day: date) -> None:
    """Write down that there is no report, for the screen and the next run."""
    run = _run(work, gateway, day)
    run.failure = NO_REPORT
    work.session.add(run)


def _named(
    session: Session, gateway: str, lines: Sequence[ReportLine]
) -> dict[str, Payment]:
    numbers = {line.number for line in lines}
    query = select(Payment).where(
        Payment.gateway == gateway, col(Payment.number).in_(numbers)
    )
    query = query.execution_options(populate_existing=True)
    return {payment.number: payment for payment in session.exec(query)}


def _expected(session: Session, gateway: str, day: date) -> list[Payment]:
    """Return what we hold of the day; at its very edges the other day may hold it."""
    begins = datetime.combine(day, time(), ZONE)
    edge = timedelta(minutes=15)
    query = select(Payment).where(
        Payment.gateway == gateway,
        col(Payment.state).in_(HAD_MONEY),
        col(Payment.settled_at) >= begins + edge,
        col(Payment.settled_at) < begins + DAY - edge,
    )
    # A success that was heard late stands in the report of the day it was paid.
    return [
        payment
        for payment in session.exec(query)
        if payment.settled_at and payment.settled_at - payment.created_at < edge
    ]


def _keep(
    work: Work,
    gateway: str,
    day: date,
    difference: Difference,
    ours: dict[str, Payment],
) -> None:
    payment = ours.get(difference.number)
    row = {
        "id": uuid4(),
        "gateway": gateway,
        "day": day,
        "number": difference.number,
        "fault": difference.fault.value,
        "result": difference.result,
        "payment_id": payment.id if payment else None,
        "ours": dict(difference.ours),
        "theirs": dict(difference.theirs),
        "found_at": work.now,
        "settled_how": "",
        "note": "",
    }
    keep = insert(ReconciliationItem).values(**row)
    work.session.execute(
        keep.on_conflict_do_nothing(
            index_elements=["gateway", "day", "number", "fault"]
        )
    )


def _close_rest(
    work: Work, gateway: str, day: date, found: Sequence[Difference]
) -> None:
    still: set[tuple[str, str]] = {(one.number, one.fault.value) for one in found}
    query = select(ReconciliationItem).where(
        ReconciliationItem.gateway == gateway,
        ReconciliationItem.day == day,
        col(ReconciliationItem.settled_at).is_(None),
    )
    for item in work.session.exec(query):
        if (item.number, item.fault) not in still:
            item.settled_at, item.settled_how = work.now, BY_ITSELF
            work.session.add(item)


def _run(work: Work, gateway: str, day: date) -> ReconciliationRun:
    query = select(ReconciliationRun).where(
        ReconciliationRun.gateway == gateway, ReconciliationRun.day == day
    )
    known = work.session.exec(query.with_for_update()).first()
    run = known or ReconciliationRun(gateway=gateway, day=day, ran_at=work.now)
    run.ran_at = work.now
    return run


def _check(work: Work) -> None:
    if not work.actor.is_system:
        raise Forbidden("system")
