"""Reads of results."""

from uuid import UUID

from sqlmodel import Session, col, select

from services.files.models import StoredFile
from services.payments.has_debt import has_debt
from services.results.models import Result


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
