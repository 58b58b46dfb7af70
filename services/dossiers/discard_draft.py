"""Throw a draft away."""

from uuid import UUID

from sqlmodel import col, update

from services.audit.record import record
from services.dossiers.models import Dossier
from services.dossiers.queries import lock_own_draft
from services.files.models import StoredFile
from services.payments.forget_requests import forget_requests
from services.signals import dossier_topic, person_topic, tell
from services.work import Work


def discard_draft(work: Work, dossier_id: UUID) -> None:
    """Remove a draft and its files; what was handed in can only be withdrawn."""
    remove_draft(work, lock_own_draft(work, dossier_id, to_end=True), "discard_draft")


def remove_draft(work: Work, draft: Dossier, act: str) -> None:
    """Remove a locked draft; its files go with the nightly sweep.

    One that somebody paid for, or began to, stays: money leaves a trace (PAY-1).
    """
    forget_requests(work.session, draft.id)
    work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.subject_id) == draft.id,
            col(StoredFile.removed_at).is_(None),
        )
        .values(removed_at=work.now)
    )
    work.session.delete(draft)
    record(work, act, draft.id)
    tell(work.session, dossier_topic(draft.id), person_topic(draft.account_id))
