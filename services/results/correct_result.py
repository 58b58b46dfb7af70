"""Issue a corrected result; the old one is no longer in force (O08)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.tell_people import tell_people
from services.dossiers.views import LATER
from services.files.models import StoredFile
from services.jobs import defer
from services.notifications.models import Subject
from services.papers.stamp import print_result
from services.processing.announce import announce
from services.processing.queries import agency_dossier, renew_version
from services.results.draft_result import (
    LENGTHS,
    DraftText,
    drafts_of,
    read_draft,
    sheet_of,
)
from services.results.keep_pdf import NewPdf, keep_pdf
from services.results.keep_result import KEEP_JOB
from services.results.models import Result, ResultForm
from services.results.numbering import free_number
from services.results.queries import (
    open_item,
    pending_correction,
    standing_result,
)
from services.vault.revoke_official import revoke_official
from services.work import Role, Work

ISSUED = (DossierStatus.RESULT_READY, DossierStatus.RETURNED)
REASON_LENGTHS = (10, 1000)


def propose_correction(
    work: Work, code: str, draft: dict[str, str], reason: str
) -> UUID:
    """Write a corrected result; it waits, in force nowhere, for the leader's signature.

    Whoever prepares is never who signs (AZ-9): an approver alone signs, and only
    a preparing officer proposes.
    """
    officer_id = work.actor.require_officer(Role.PROCESSING)
    dossier = agency_dossier(work, code, lock=True)
    old = standing_result(work.session, dossier.id)
    if dossier.status not in ISSUED or old is None:
        raise Conflict("nothing_issued")
    if waiting := pending_correction(work.session, dossier.id):
        return waiting.id
    try:
        why = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
    new = _written(work, dossier, read_draft(draft), officer_id)
    new.corrects_id, new.reason = old.id, why
    work.session.add(new)
    work.session.flush()
    renew_version(work, dossier)
    record(work, "propose_correction", dossier.id, result=str(new.id))
    announce(work, dossier)
    return new.id


def _written(
    work: Work, dossier: Dossier, draft: dict[str, str], officer_id: UUID
) -> Result:
    """Print and keep the corrected text; one result stands at a time."""
    pdf = print_result(sheet_of(work, dossier, draft), work.now)
    name = f"du-thao-{dossier.code}.pdf"
    made = NewPdf(name, pdf, slot=f"{LATER}correction")
    return Result(
        dossier_id=dossier.id,
        file_id=keep_pdf(work, made, dossier.id).id,
        form=ResultForm.DIGITAL,
        draft=draft,
        series=draft["series"],
        attached_at=work.now,
        attached_by_id=officer_id,
        removed_at=work.now,  # until it is signed
    )


def issue_correction(work: Work, dossier: Dossier, new: Result) -> None:
    """Let the corrected result take the old one's place; called once it is signed."""
    old = work.session.get_one(Result, new.corrects_id)
    if old.removed_at is not None:
        raise Conflict("changed_since")
    if new.attached_by_id == work.actor.account_id:
        raise Conflict("four_eyes")
    old.removed_at, old.removed_by_id = work.now, work.actor.account_id
    former = work.session.get_one(StoredFile, old.file_id)
    former.removed_at = work.now
    work.session.add_all([old, former])
    work.session.flush()  # one stands at a time (uq_result_standing)
    new.removed_at = None
    new.returned_at, new.received_by = old.returned_at, old.received_by
    new.returned_by_id, new.return_intent = old.returned_by_id, old.return_intent
    work.session.add(new)
    revoke_official(work, f"result:{old.id}", new.reason)
    note_event(work, dossier, "result_corrected", {"reason": new.reason})
    renew_version(work, dossier)
    defer(work.session, KEEP_JOB, dossier_id=str(dossier.id))
    record(work, "issue_correction", dossier.id, result=str(new.id))
    announce(work, dossier)
    tell_people(work, dossier, Subject.RESULT_CORRECTED, str(new.id))


def open_correction(work: Work, code: str) -> tuple[DraftText, ...]:
    """Return what a corrected result may be written from: the issued text first."""
    work.actor.require_officer(Role.PROCESSING)
    dossier = agency_dossier(work, code)
    old = standing_result(work.session, dossier.id)
    if dossier.status not in ISSUED or old is None:
        raise Conflict("nothing_issued")
    drafts = drafts_of(work, dossier)
    if not old.draft:
        return drafts
    fields = {name: old.draft.get(name, "") for name in LENGTHS}
    return (DraftText("issued", old.number, fields), *drafts)


def drop_correction(work: Work, code: str) -> None:
    """Take a corrected result back that is not signed, and not being signed."""
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    new = pending_correction(work.session, dossier.id)
    if new is None:
        raise NotFound("result")
    if open_item(work.session, new.id) is not None:
        raise Conflict("being_signed")
    assert dossier.agency_id is not None
    free_number(work, new, dossier.agency_id)
    new.removed_by_id = officer_id
    work.session.add(new)
    renew_version(work, dossier)
    record(work, "drop_correction", dossier.id, result=str(new.id))
    announce(work, dossier)
