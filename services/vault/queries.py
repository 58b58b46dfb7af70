"""Reads of a vault: one's own papers with the file each shows, nothing foreign."""

from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from services.core.errors import NotFound
from services.files.models import FileState, StoredFile
from services.vault.models import DocumentVersion, VaultDocument
from services.work import Work

Paper = tuple[VaultDocument, DocumentVersion, StoredFile]


def shown_versions() -> Any:
    """Select the version each paper shows: the newest accepted, or the newest.

    While a replacement is checked, or when it is refused, the old file stands.
    What is still being sent, or was taken back, is not there yet. Any: a select.
    """
    is_accepted = col(StoredFile.state) == FileState.ACCEPTED
    return (
        select(DocumentVersion.id)
        .join(StoredFile, col(StoredFile.id) == DocumentVersion.file_id)
        .where(
            StoredFile.state != FileState.RECEIVING,
            col(StoredFile.removed_at).is_(None),
        )
        .ext(distinct_on(col(DocumentVersion.document_id)))
        .order_by(
            col(DocumentVersion.document_id),
            is_accepted.desc(),
            col(DocumentVersion.number).desc(),
        )
    )


def papers() -> Any:
    """Select papers that are there, each with its version and file. Any: a select."""
    return (
        select(VaultDocument, DocumentVersion, StoredFile)
        .join(DocumentVersion, col(DocumentVersion.document_id) == VaultDocument.id)
        .join(StoredFile, col(StoredFile.id) == DocumentVersion.file_id)
        .where(
            col(VaultDocument.removed_at).is_(None),
            col(DocumentVersion.id).in_(shown_versions()),
        )
    )


def own_papers(work: Work) -> Any:
    """Select the actor's papers; nobody else's. Any: a select."""
    return papers().where(VaultDocument.account_id == work.actor.require_citizen())


def own_paper(work: Work, document_id: UUID, lock: bool = False) -> Paper:
    """Return the actor's paper; one answer for “not yours” and “not there”."""
    if lock:
        own_document(work, document_id)
    found = work.session.exec(
        own_papers(work).where(VaultDocument.id == document_id)
    ).first()
    if found is None:
        raise NotFound("document")
    return found[0], found[1], found[2]


def own_document(work: Work, document_id: UUID) -> VaultDocument:
    """Return and hold the actor's paper, whatever became of its files."""
    document = work.session.exec(
        select(VaultDocument)
        .where(
            VaultDocument.id == document_id,
            VaultDocument.account_id == work.actor.require_citizen(),
            col(VaultDocument.removed_at).is_(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if document is None:
        raise NotFound("document")
    return document


def document_file(work: Work, file_id: UUID) -> StoredFile | None:
    """Return a file of the actor's own vault, whichever version it is of (AZ-8)."""
    if work.actor.account_id is None or work.actor.is_officer:
        return None
    return work.session.exec(
        select(StoredFile)
        .join(DocumentVersion, col(DocumentVersion.file_id) == StoredFile.id)
        .join(VaultDocument, col(VaultDocument.id) == DocumentVersion.document_id)
        .where(
            StoredFile.id == file_id,
            VaultDocument.account_id == work.actor.account_id,
            col(VaultDocument.removed_at).is_(None),
            col(StoredFile.removed_at).is_(None),
        )
    ).first()
