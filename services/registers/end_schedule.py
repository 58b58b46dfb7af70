"""End a report that makes itself."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound
from services.registers.models import ReportSchedule
from services.registers.units import own_unit
from services.work import Work


def end_schedule(work: Work, schedule_id: UUID) -> None:
    """End one's own; a second press finds it ended."""
    own_unit(work)
    query = select(ReportSchedule).where(
        ReportSchedule.id == schedule_id,
        ReportSchedule.owner_id == work.actor.account_id,
    )
    row = work.session.exec(query.with_for_update()).first()
    if row is None:
        raise NotFound("schedule")
    if row.ended_at is None:
        row.ended_at = work.now
        work.session.add(row)
        record(work, "registers.schedule_ended", row.id)
