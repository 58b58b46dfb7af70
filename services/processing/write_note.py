"""Write a note for the colleagues of the unit; the citizen never sees it."""

from sqlmodel import select

from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_note
from services.processing.announce import announce
from services.processing.queries import agency_dossier
from services.processing.step_models import InternalNote
from services.work import Role, Work

NOTE_LENGTHS = (2, 2000)


def write_note(work: Work, code: str, typed: str, intent: str) -> None:
    """Keep a note on a dossier of the unit; pressed twice, it is written once."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    same = select(InternalNote.id).where(
        InternalNote.dossier_id == dossier.id, InternalNote.intent == intent
    )
    if intent and work.session.exec(same).first():
        return
    try:
        words = read_note(typed, *NOTE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"note": fault.key}) from None
    assert dossier.agency_id is not None
    note = InternalNote(
        dossier_id=dossier.id,
        agency_id=dossier.agency_id,
        at=work.now,
        by_id=officer_id,
        by_name=work.actor.name,
        text=words,
        intent=intent,
    )
    work.session.add(note)
    record(work, "write_note", dossier.id)
    announce(work, dossier)
