"""Reports an officer gets by themselves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from services.registers.models import Every, ExportKind, ReportSchedule
from services.registers.units import own_unit
from services.work import Work


@dataclass(frozen=True)
class ScheduleView:
    """One report that makes itself."""

    id: UUID
    name: str
    kind: ExportKind
    every: Every
    email: str
    next_on: date


def list_schedules(work: Work) -> tuple[ScheduleView, ...]:
    """Return one's own, the next due first."""
    own_unit(work)
    query = select(ReportSchedule).where(
        ReportSchedule.owner_id == work.actor.account_id,
        ReportSchedule.agency_id == work.actor.agency_id,
        col(ReportSchedule.ended_at).is_(None),
    )
    rows = work.session.exec(query.order_by(col(ReportSchedule.next_on)))
    return tuple(
        ScheduleView(r.id, r.name, r.kind, r.every, r.email, r.next_on) for r in rows
    )
