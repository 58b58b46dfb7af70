"""Write down what the registry says of a declaration; said twice it counts once."""

from uuid import UUID

from services.audit.record import record
from services.civil_status.models import CaseState, CivilStatusCase
from services.civil_status.note_declared import case_of
from services.core.errors import Forbidden
from services.core.text import clean
from services.dossiers.models import Dossier
from services.dossiers.views import RESULT
from services.files.models import StoredFile
from services.files.rules import UploadLimits
from services.files.take_in import Brought, take_in
from services.files.verdicts import FileKind
from services.integrations.civil_status_registry.port import Entry, EntryState
from services.outbox.models import Outward
from services.processing.announce import announce
from services.work import Work

STATES = {
    EntryState.FAULT: CaseState.FAULT,
    EntryState.WAITING: CaseState.WAITING,
    EntryState.SUPPLEMENT: CaseState.SUPPLEMENT,
    EntryState.ELIGIBLE: CaseState.ELIGIBLE,
    EntryState.DONE: CaseState.DONE,
    EntryState.REFUSED: CaseState.REFUSED,
}
# An answer that was under way may be older than what is known: nothing goes back.
LAST = (CaseState.DONE, CaseState.REFUSED)
LONGEST = 2000  # letters of what they say
LINE = 60  # letters of a number, a book, a name
LIMITS = UploadLimits(kinds=frozenset({FileKind.PDF}), files_per_slot=1)


def note_entry(work: Work, dossier_id: UUID, entry: Entry) -> None:
    """Keep state, words and entry; the paper comes into the dossier as a file.

    It is a draft of the result and nothing more: an officer attaches it, another
    one approves it (AZ-9).
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    case = case_of(work, dossier_id, lock=True)
    if case is None or case.state in LAST:
        return
    case.asked_at = work.now
    state, words = STATES[entry.state], clean(entry.words)[:LONGEST]
    is_news = (case.state, case.words) != (state, words)
    case.state, case.words = state, words
    case.supplement_by = entry.supplement_by
    work.session.add(case)
    if not is_news:
        return
    case.changed_at = work.now
    dossier = work.session.get_one(Dossier, dossier_id)
    if state is CaseState.DONE:
        _keep(work, case, dossier, entry)
    record(work, "civil_status.answered", dossier_id, state=str(state))
    announce(work, dossier)


def note_lost(work: Work, dossier_id: UUID) -> None:
    """Mark a declaration they took and do not know: somebody has to look."""
    if not work.actor.is_system:
        raise Forbidden("system")
    case = case_of(work, dossier_id, lock=True)
    if case is None or case.state in LAST:
        return
    case.asked_at = work.now
    work.session.add(case)
    if case.state is CaseState.LOST:
        return
    case.state, case.changed_at = CaseState.LOST, work.now
    record(work, "civil_status.answered", dossier_id, state=str(CaseState.LOST))
    announce(work, work.session.get_one(Dossier, dossier_id))


def _keep(work: Work, case: CivilStatusCase, dossier: Dossier, entry: Entry) -> None:
    case.number, case.book = entry.number[:LINE], entry.book[:LINE]
    case.page, case.registrar = entry.page[:LINE], clean(entry.registrar)[:LINE]
    case.personal_number = entry.personal_number[:LINE]
    case.registered_on = entry.registered_on
    if entry.paper and case.file_id is None:
        case.file_id = _keep_paper(work, dossier, entry.paper).id


def _keep_paper(work: Work, dossier: Dossier, paper: bytes) -> StoredFile:
    """Store the PDF; whatever comes from outside is inspected (UP-4).

    Nobody sent it, so it is nobody's to remove: its owner is the dossier itself.
    """
    brought = Brought(f"ho-tich-{dossier.code}.pdf", paper)
    file = take_in(work, brought, dossier.id, (dossier.id, RESULT), LIMITS)
    file.origin = str(Outward.CIVIL_STATUS)
    work.session.add(file)
    return file
