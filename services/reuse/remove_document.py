"""Remove a paper from one's vault; not while a running dossier uses it (C23)."""

from uuid import UUID

from sqlmodel import col, select, update

from services.audit.record import record
from services.core.errors import RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import ENDED
from services.files.models import StoredFile
from services.signals import person_topic, tell
from services.vault.models import DocumentShare, DocumentUse
from services.vault.queries import own_document
from services.vault.rules import SLOT
from services.work import Work

RESTING = ENDED | {DossierStatus.DRAFT}


def remove_document(work: Work, document_id: UUID) -> None:
    """Take the paper and all its versions away, and end its shares.

    Dossiers keep the copies they hold; the bytes go with the nightly sweep.
    """
    document = own_document(work, document_id)
    if running_uses(work, document_id):
        raise RuleViolation({"document": "document_in_use"})
    document.removed_at = document.updated_at = work.now
    work.session.add(document)
    work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.subject_id) == document_id,
            col(StoredFile.slot) == SLOT,
            col(StoredFile.removed_at).is_(None),
        )
        .values(removed_at=work.now)
    )
    work.session.exec(
        update(DocumentShare)
        .where(
            col(DocumentShare.document_id) == document_id,
            col(DocumentShare.ended_at).is_(None),
        )
        .values(ended_at=work.now)
    )
    record(work, "vault.removed", document_id)
    tell(work.session, person_topic(work.actor.require_citizen()))


def running_uses(work: Work, document_id: UUID) -> list[str]:
    """Return the codes of the running dossiers that hold the paper."""
    found = work.session.exec(
        select(Dossier.code)
        .join(DocumentUse, col(DocumentUse.dossier_id) == Dossier.id)
        .join(StoredFile, col(StoredFile.id) == DocumentUse.file_id)
        .where(
            DocumentUse.document_id == document_id,
            col(StoredFile.removed_at).is_(None),
            col(Dossier.status).not_in(RESTING),
        )
        .distinct()
    )
    return sorted(code for code in found if code)
