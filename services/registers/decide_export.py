"""Let out a file with names in full, or keep it in; a second person decides (AZ-9)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.jobs import defer
from services.registers.ask_export import JOB
from services.registers.models import ExportState, RegisterExport
from services.signals import desk_topics, person_topic, tell
from services.work import Role, Work

REASON_LENGTHS = (5, 300)


def decide_export(
    work: Work, export_id: UUID, is_agreed: bool, reason: str = ""
) -> ExportState:
    """Agree or not, as a leader of the unit who did not ask; the first word counts."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    query = select(RegisterExport).where(
        RegisterExport.id == export_id,
        RegisterExport.agency_id == work.actor.agency_id,
    )
    row = work.session.exec(query.with_for_update()).first()
    if row is None:
        raise NotFound("export")
    if row.asked_by_id == officer_id:
        raise Forbidden("four_eyes")
    if row.state is not ExportState.WAITING:
        if row.decided_by_id == officer_id:
            return row.state  # pressed twice
        raise Conflict("decided_by", row.decided_by_name)
    if not is_agreed:
        row.declined_reason = _reason(reason)
    row.state = ExportState.MAKING if is_agreed else ExportState.DECLINED
    row.decided_by_id, row.decided_by_name = officer_id, work.actor.name
    row.decided_at = work.now
    work.session.add(row)
    if is_agreed:
        defer(work.session, JOB, export_id=str(row.id))
    record(work, "registers.export_decided", row.id, agreed=is_agreed)
    tell(work.session, person_topic(row.asked_by_id), *desk_topics([row.agency_id]))
    return row.state


def _reason(text: str) -> str:
    try:
        return read_note(text, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"declined_reason": fault.key}) from None
