"""Send a declaration again after the registry asked for more, or cannot read it."""

from uuid import uuid4

from services.audit.record import record
from services.civil_status.models import CaseState
from services.civil_status.note_declared import case_of
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.outbox.followers import Happened
from services.outbox.models import MessageKind, Outward
from services.outbox.owe import owe
from services.processing.announce import announce
from services.processing.queries import agency_dossier
from services.work import Role, Work

MAY_REPEAT = (CaseState.SUPPLEMENT, CaseState.FAULT, CaseState.LOST)
NOTE = (5, 500)  # shortest and longest word to the registry


def declare_again(work: Work, code: str, note: str) -> None:
    """Owe the declaration once more, with what the officer adds in words.

    Pressed twice it is sent once: the first press ends what could be repeated.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    dossier = agency_dossier(work, code, lock=True)
    case = case_of(work, dossier.id, lock=True)
    if case is None:
        raise Conflict("no_declaration")
    if case.state not in MAY_REPEAT:
        return
    try:
        case.note = read_note(note, *NOTE)
    except Unreadable as fault:
        raise RuleViolation({"note": fault.key}) from None
    case.state, case.changed_at = CaseState.WAITING, work.now
    case.declared_at = work.now
    work.session.add(case)
    happened = Happened(
        dossier_id=dossier.id,
        cause_id=uuid4(),
        event="declared_again",
        procedure_code=str(dossier.frozen["procedure_code"]),
        agency_id=dossier.agency_id,
    )
    owe(work, happened, [(Outward.CIVIL_STATUS, MessageKind.DOSSIER)])
    record(work, "civil_status.declared_again", dossier.id)
    announce(work, dossier)
