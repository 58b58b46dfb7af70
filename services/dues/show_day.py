"""The cash of one day at a counter, as it is counted."""

from dataclasses import dataclass
from datetime import date, datetime

from services.core.clock import local_day
from services.core.errors import NotFound
from services.payments.close_till import cash_of_day, closing_of
from services.work import Role, Work


@dataclass(frozen=True)
class TillDay:
    """What the slips say, and the closing once there is one."""

    day: date
    receipts: int
    expected: int
    is_today: bool
    counted: int | None = None
    note: str = ""
    closed_by: str = ""
    closed_at: datetime | None = None


def show_day(work: Work, day: date | None) -> TillDay:
    """Show a day of the officer's own agency; without one, today."""
    work.actor.require_officer(Role.INTAKE, Role.APPROVER)
    agency_id = work.actor.agency_id
    if agency_id is None:
        raise NotFound("agency")
    today = local_day(work.now)
    wanted = min(day or today, today)
    count, total = cash_of_day(work.session, agency_id, wanted)
    closing = closing_of(work.session, agency_id, wanted)
    shown = TillDay(wanted, count, total, wanted == today)
    if closing is None:
        return shown
    return TillDay(
        day=wanted,
        receipts=closing.receipts,
        expected=closing.expected,
        is_today=wanted == today,
        counted=closing.counted,
        note=closing.note,
        closed_by=closing.closed_by_name,
        closed_at=closing.closed_at,
    )
