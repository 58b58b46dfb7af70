"""Reads of results."""

from uuid import UUID

from sqlmodel import Session, col, select

from services.files.models import StoredFile
from services.payments.has_debt import has_debt
from services.results.models import Result
from services.signing.models import OPEN, SigningItem


def standing_result(session: Session, dossier_id: UUID) -> Result | None:
    """Return the result that stands: attached and not taken back."""
    query = select(Result).where(
        Result.dossier_id == dossier_id, col(Result.removed_at).is_(None)
    )
    return session.exec(query).first()


def standing_with_file(
    session: Session, dossier_id: UUID, only_paid: bool = False
) -> tuple[Result, StoredFile] | None:
    """Return the result that stands together with its file.

    `only_paid`: None while anything is still to be paid for the dossier.
    """
    query = (
        select(Result, StoredFile)
        .join(StoredFile, col(StoredFile.id) == Result.file_id)
        .where(Result.dossier_id == dossier_id, col(Result.removed_at).is_(None))
    )
    if only_paid:
        query = query.where(~has_debt(Result.dossier_id))
    found = session.exec(query).first()
    return (found[0], found[1]) if found else None


def result_file(session: Session, dossier_id: UUID, file_id: UUID) -> StoredFile | None:
    """Return a file sent as the result of this dossier."""
    query = select(StoredFile).where(
        StoredFile.id == file_id,
        StoredFile.subject_id == dossier_id,
        StoredFile.slot == "result",
        col(StoredFile.removed_at).is_(None),
    )
    return session.exec(query.with_for_update()).first()


def open_item(session: Session, result_id: UUID) -> SigningItem | None:
    """Return the request for a signature that is under way for this result."""
    query = select(SigningItem).where(
        SigningItem.result_id == result_id, col(SigningItem.state).in_(OPEN)
    )
    return session.exec(query).first()


def pending_correction(session: Session, dossier_id: UUID) -> Result | None:
    """Return a corrected result that waits for its signature (O08)."""
    query = select(Result).where(
        Result.dossier_id == dossier_id,
        col(Result.corrects_id).is_not(None),
        col(Result.signed_at).is_(None),
        col(Result.removed_by_id).is_(None),
        col(Result.removed_at).is_not(None),
    )
    return session.exec(query).first()
