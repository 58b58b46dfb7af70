"""‹Đưa vào hồ sơ›: note what a register says on a dossier, with source and time (O14)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.look_ups.answers import show
from services.processing.write_note import write_note
from services.work import Work


def put_into_dossier(work: Work, question_id: UUID, typed: str, words: str) -> str:
    """Write the answer as a note of the unit's dossier; pressed twice, it is one."""
    work.actor.require_officer()
    answered = show(work, question_id)
    if answered.told is None or answered.told.is_empty:
        raise NotFound("look_up")
    try:
        code = read_dossier_code(typed)
    except Unreadable as fault:
        raise RuleViolation({"dossier": fault.key}) from None
    at = answered.answered_at
    intent = f"look_up:{question_id}:{at.isoformat() if at else ''}"
    write_note(work, code, words, intent)
    record(work, "look_up.noted", question_id, question=str(answered.question))
    return code
