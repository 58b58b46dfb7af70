"""What a page shows of a paper: plain values, no rows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.files.models import StoredFile
from services.vault.models import (
    DocumentSource,
    DocumentState,
    DocumentVersion,
    VaultDocument,
)
from services.vault.rules import OFFICIAL, SOON, state_of


@dataclass(frozen=True)
class DocumentView:
    """One paper, with the file that stands for it."""

    id: UUID
    title: str
    kind: str
    number: str
    issuer: str
    issued_on: date | None
    valid_from: date | None
    valid_until: date | None
    source: DocumentSource
    state: DocumentState
    is_official: bool  # an agency vouches for it; else its owner sent it
    is_expiring: bool  # within thirty days
    days_left: int | None
    fault: str  # why its file was refused
    revoked_reason: str
    file_id: UUID
    file_name: str
    file_kind: str
    size: int
    pages: int
    is_signed: bool
    signature: str  # what is known of its digital signature
    signer: str
    has_thumbnail: bool
    version: int
    added_at: datetime


def view_document(
    document: VaultDocument, version: DocumentVersion, file: StoredFile, today: date
) -> DocumentView:
    """Return what is shown of one paper today."""
    until = document.valid_until
    left = (until - today).days if until else None
    return DocumentView(
        id=document.id,
        title=document.title,
        kind=document.kind,
        number=document.number,
        issuer=document.issuer,
        issued_on=document.issued_on,
        valid_from=document.valid_from,
        valid_until=until,
        source=document.source,
        state=state_of(document, file, today),
        is_official=document.source in OFFICIAL,
        is_expiring=left is not None and 0 <= left <= SOON.days,
        days_left=left,
        fault=file.fault,
        revoked_reason=document.revoked_reason,
        file_id=file.id,
        file_name=file.name,
        file_kind=file.kind,
        size=file.declared_size,
        pages=file.pages,
        is_signed=file.is_signed,
        signature=str(file.signature),
        signer=file.signer,
        has_thumbnail=file.has_thumbnail,
        version=version.number,
        added_at=document.added_at,
    )
