"""The files of a dossier with what else is known of each, in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, literal, select

from services.audit.models import AuditEntry
from services.files.models import StoredFile
from services.files.queries import in_order
from services.vault.models import DocumentUse, VaultDocument


@dataclass(frozen=True)
class FileFacts:
    """What the file's own row does not say."""

    valid_until: date | None = None  # of the paper in the vault it was copied from
    is_revoked: bool = False  # by who issued that paper
    doubts: tuple[str, ...] = ()  # of the photos in it: blurred, dark, blank
    is_opened: bool = False  # by the officer who asks: the record of reading exists


@dataclass(frozen=True)
class KnownFiles:
    """Files in the order their owner gave them, and the facts of each by its id."""

    files: Sequence[StoredFile] = ()
    facts: Mapping[UUID, FileFacts] = field(default_factory=dict)


def files_with_facts(
    session: Session, dossier_id: UUID, reader_id: UUID | None = None
) -> KnownFiles:
    """Return the files of a dossier as `files_of` does, and the facts of each."""
    query: Any = (  # Any: more columns than the typed `select` knows
        select(  # type: ignore[call-overload]
            StoredFile,
            VaultDocument.valid_until,
            VaultDocument.revoked_at,
            _doubts(),
            _opened(reader_id),
        )
        .outerjoin(
            DocumentUse,
            and_(
                col(DocumentUse.dossier_id) == StoredFile.subject_id,
                col(DocumentUse.file_id) == StoredFile.id,
            ),
        )
        .outerjoin(VaultDocument, col(VaultDocument.id) == DocumentUse.document_id)
        .where(
            StoredFile.subject_id == dossier_id,
            col(StoredFile.removed_at).is_(None),
            col(StoredFile.bound_into).is_(None),
        )
        .order_by(*in_order())
    )
    rows = session.exec(query).all()
    facts = {
        file.id: FileFacts(until, bool(revoked), _told(file, doubts), bool(opened))
        for file, until, revoked, doubts, opened in rows
    }
    return KnownFiles([row[0] for row in rows], facts)


def _doubts() -> ScalarSelect[Any]:
    """Return the doubts of the pages a PDF was made of; Any: a list of lists."""
    page = aliased(StoredFile)
    query = select(func.jsonb_agg(func.to_jsonb(page.doubts))).where(
        page.bound_into == StoredFile.id, page.subject_id == StoredFile.subject_id
    )
    return query.correlate(StoredFile).scalar_subquery()


def _opened(reader_id: UUID | None) -> Any:  # Any: a column of truth values
    """Return whether the reader opened the whole file, and not its small picture."""
    if reader_id is None:
        return literal(False)
    return (
        select(AuditEntry.id)
        .where(
            AuditEntry.subject_id == StoredFile.id,
            AuditEntry.account_id == reader_id,
            AuditEntry.act == "read_file",
            col(AuditEntry.details)["thumbnail"].as_boolean().is_not(True),
        )
        .correlate(StoredFile)
        .exists()
    )


def _told(file: StoredFile, pages: list[list[str]] | None) -> tuple[str, ...]:
    """Return each doubt once, of the file itself and of the pages in it."""
    told = [*file.doubts, *(doubt for page in pages or [] for doubt in page)]
    return tuple(dict.fromkeys(told))
