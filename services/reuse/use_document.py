"""Put a paper of one's vault into a draft (‹Dùng giấy tờ này›, C12)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.dossiers.begin_upload import kinds_of, most_bytes
from services.dossiers.models import DossierStatus
from services.dossiers.queries import Draft, check_right, load_own
from services.files.copy_file import copy_file
from services.files.models import StoredFile
from services.files.queries import held
from services.files.rules import UploadLimits, check_room
from services.signals import dossier_topic, person_topic, tell
from services.vault.models import DocumentState, DocumentUse
from services.vault.queries import Paper, own_paper
from services.vault.rules import state_of
from services.work import Work

CONSENT = "use_1"  # the sentence agreed to; a new wording, a new key
UNFIT = {
    DocumentState.CHECKING: "document_checking",
    DocumentState.REFUSED: "document_refused",
    DocumentState.EXPIRED: "document_expired",
    DocumentState.REVOKED: "document_revoked",
}


@dataclass(frozen=True)
class Used:
    """The file the dossier holds from now on."""

    file_id: UUID
    title: str
    is_new: bool


def use_document(
    work: Work, dossier_id: UUID, slot: str, document_id: UUID, agreed: bool
) -> Used:
    """Copy the paper under its component, accepted at once; logged with the consent.

    The copy is the dossier's: a later version, a removal or an end of the paper
    changes nothing of what is handed in. Two tabs meet at the draft's row, and
    the second finds the first one's file.
    """
    draft = load_own(work, dossier_id, lock=True)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, draft.dossier)
    limits = UploadLimits(
        kinds=kinds_of(draft.catalogue, slot),
        file_bytes=most_bytes(draft.catalogue, slot),
    )
    paper = own_paper(work, document_id, lock=True)
    document, version, file = paper
    if earlier := _earlier(work, dossier_id, slot, version.id):
        return Used(earlier, document.title, is_new=False)
    if not agreed:
        raise RuleViolation({slot: "document_consent"})
    if fault := UNFIT.get(state_of(document, file, local_day(work.now))):
        raise RuleViolation({slot: fault})
    if file.kind not in limits.kinds:
        raise RuleViolation({slot: "document_kind"})
    owner_id = work.actor.require_citizen()
    taken = held(work.session, owner_id, (dossier_id, slot), work.now)
    check_room(taken, f"{file.name}.{file.kind}", file.declared_size, limits)
    copy = copy_file(work, file, owner_id, (dossier_id, slot))
    copy.delegation_id = draft.dossier.delegation_id
    copy.origin, copy.position = str(document.source), taken.in_slot
    work.session.add(copy)
    _note(work, draft, paper, copy)
    tell(work.session, dossier_topic(dossier_id), person_topic(owner_id))
    return Used(copy.id, document.title, is_new=True)


def _earlier(work: Work, dossier_id: UUID, slot: str, version_id: UUID) -> UUID | None:
    """Return the file of a use that stands: not taken out of the draft since."""
    return work.session.exec(
        select(DocumentUse.file_id)
        .join(StoredFile, col(StoredFile.id) == DocumentUse.file_id)
        .where(
            DocumentUse.dossier_id == dossier_id,
            DocumentUse.slot == slot,
            DocumentUse.version_id == version_id,
            col(StoredFile.removed_at).is_(None),
        )
    ).first()


def _note(work: Work, draft: Draft, paper: Paper, copy: StoredFile) -> None:
    document, version, _ = paper
    work.session.add(
        DocumentUse(
            document_id=document.id,
            version_id=version.id,
            account_id=work.actor.require_citizen(),
            dossier_id=draft.dossier.id,
            slot=copy.slot,
            file_id=copy.id,
            sha256=copy.sha256,
            purpose=draft.catalogue.procedure.name,
            unit=draft.agency.name if draft.agency else "",
            consent=CONSENT,
            used_at=work.now,
        )
    )
    code = draft.catalogue.procedure.code
    record(work, "vault.used", document.id, purpose=code, slot=copy.slot)
