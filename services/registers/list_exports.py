"""Files an officer asked for, and those that wait for a leader's word."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, or_, select

from services.registers.models import ExportKind, ExportState, RegisterExport
from services.registers.units import own_unit
from services.registers.wanted import WANTED, RegisterWanted
from services.work import Role, Work

MOST = 30


@dataclass(frozen=True)
class ExportView:
    """One file and how far it is."""

    id: UUID
    kind: ExportKind
    wanted: RegisterWanted
    by: str
    is_full: bool
    purpose: str
    state: ExportState
    asked_by: str
    asked_at: datetime
    is_mine: bool
    may_decide: bool
    decided_by: str
    declined_reason: str
    rows: int
    counted_at: datetime | None
    expires_at: datetime | None


def list_exports(work: Work) -> tuple[ExportView, ...]:
    """Return one's own files of late; a leader also sees what waits for the word."""
    agency_id = own_unit(work)
    officer_id = work.actor.require_officer()
    is_leader = Role.APPROVER in work.actor.roles
    shown = col(RegisterExport.asked_by_id) == officer_id
    if is_leader:
        shown = or_(shown, col(RegisterExport.state) == ExportState.WAITING)
    rows = work.session.exec(
        select(RegisterExport)
        .where(RegisterExport.agency_id == agency_id, shown)
        .order_by(col(RegisterExport.asked_at).desc())
        .limit(MOST)
    )
    return tuple(_view(row, officer_id, is_leader) for row in rows)


def _view(row: RegisterExport, officer_id: UUID, is_leader: bool) -> ExportView:
    is_mine = row.asked_by_id == officer_id
    is_waiting = row.state is ExportState.WAITING
    return ExportView(
        id=row.id,
        kind=row.kind,
        wanted=WANTED.validate_python(row.wanted, strict=False),
        by=row.by,
        is_full=row.is_full,
        purpose=row.purpose,
        state=row.state,
        asked_by=row.asked_by_name,
        asked_at=row.asked_at,
        is_mine=is_mine,
        may_decide=is_leader and is_waiting and not is_mine,
        decided_by=row.decided_by_name,
        declined_reason=row.declined_reason,
        rows=row.rows,
        counted_at=row.counted_at,
        expires_at=row.expires_at,
    )
