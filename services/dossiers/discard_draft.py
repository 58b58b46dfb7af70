"""Throw a draft away."""

from uuid import UUID

from sqlmodel import col, update

from services.audit.record import record
from services.dossiers.queries import lock_own_draft
from services.files.models import StoredFile
from services.signals import dossier_topic, person_topic, tell
from services.work import Work


def discard_draft(work: Work, dossier_id: UUID) -> None:
    """Remove a draft and its files; what was handed in can only be withdrawn."""
    dossier = lock_own_draft(work, dossier_id, to_end=True)
    work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.subject_id) == dossier_id,
            col(StoredFile.removed_at).is_(None),
        )
        .values(removed_at=work.now)
    )
    work.session.delete(dossier)
    record(work, "discard_draft", dossier_id)
    tell(work.session, dossier_topic(dossier_id), person_topic(dossier.account_id))
