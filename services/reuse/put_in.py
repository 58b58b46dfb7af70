"""Put a copy of a paper of one's vault in a place of a dossier, with the consent."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation
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
class Place:
    """A place that takes papers: what fits there, and who is to read them why."""

    dossier_id: UUID
    slot: str
    limits: UploadLimits
    delegation_id: UUID | None
    procedure_code: str
    purpose: str
    unit: str


@dataclass(frozen=True)
class Used:
    """The file the dossier holds from now on."""

    file_id: UUID
    title: str
    is_new: bool


def put_in(work: Work, place: Place, document_id: UUID, agreed: bool) -> Used:
    """Copy the paper there, accepted at once; whoever calls holds the dossier's row.

    The copy is the dossier's: a later version, a removal or an end of the paper
    changes nothing of what is handed in. Two tabs meet at the dossier's row, and
    the second finds the first one's file.
    """
    slot, limits = place.slot, place.limits
    paper = own_paper(work, document_id, lock=True)
    document, version, file = paper
    if earlier := _earlier(work, place, version.id):
        return Used(earlier, document.title, is_new=False)
    if not agreed:
        raise RuleViolation({slot: "document_consent"})
    if fault := UNFIT.get(state_of(document, file, local_day(work.now))):
        raise RuleViolation({slot: fault})
    if file.kind not in limits.kinds:
        raise RuleViolation({slot: "document_kind"})
    owner_id = work.actor.require_citizen()
    taken = held(work.session, owner_id, (place.dossier_id, slot), work.now)
    check_room(taken, f"{file.name}.{file.kind}", file.declared_size, limits)
    copy = copy_file(work, file, owner_id, (place.dossier_id, slot))
    copy.delegation_id = place.delegation_id
    copy.origin, copy.position = str(document.source), taken.in_slot
    work.session.add(copy)
    _note(work, place, paper, copy)
    tell(work.session, dossier_topic(place.dossier_id), person_topic(owner_id))
    return Used(copy.id, document.title, is_new=True)


def _earlier(work: Work, place: Place, version_id: UUID) -> UUID | None:
    """Return the file of a use that stands: not taken out again since."""
    return work.session.exec(
        select(DocumentUse.file_id)
        .join(StoredFile, col(StoredFile.id) == DocumentUse.file_id)
        .where(
            DocumentUse.dossier_id == place.dossier_id,
            DocumentUse.slot == place.slot,
            DocumentUse.version_id == version_id,
            col(StoredFile.removed_at).is_(None),
        )
    ).first()


def _note(work: Work, place: Place, paper: Paper, copy: StoredFile) -> None:
    document, version, _ = paper
    work.session.add(
        DocumentUse(
            document_id=document.id,
            version_id=version.id,
            account_id=work.actor.require_citizen(),
            dossier_id=place.dossier_id,
            slot=copy.slot,
            file_id=copy.id,
            sha256=copy.sha256,
            purpose=place.purpose,
            unit=place.unit,
            consent=CONSENT,
            used_at=work.now,
        )
    )
    code = place.procedure_code
    record(work, "vault.used", document.id, purpose=code, slot=copy.slot)
