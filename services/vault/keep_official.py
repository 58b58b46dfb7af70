"""Keep a paper an agency issued, for whoever it belongs to (O08, O09)."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.files.copy_file import copy_file
from services.files.models import StoredFile
from services.signals import person_topic, tell
from services.vault.adopt import NOBODY, waiting_key
from services.vault.models import DocumentSource, DocumentVersion, VaultDocument
from services.vault.rules import SLOT, describe_for_search
from services.work import Work


@dataclass(frozen=True)
class Holder:
    """Whose paper it is: an account, or a personal number that has none yet."""

    account_id: UUID | None = None
    number: str = ""


@dataclass(frozen=True)
class OfficialPaper:
    """What the agency says of it; `origin` makes it one paper however often it comes."""

    origin: str
    source: DocumentSource
    kind: str
    title: str
    number: str = ""
    issuer: str = ""
    agency_id: UUID | None = None
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    fields: dict[str, str] = field(default_factory=dict)


def keep_official(
    work: Work, holder: Holder, paper: OfficialPaper, file: StoredFile
) -> UUID | None:
    """Put a copy of the file into the vault, once; None when nobody is named.

    The copy is sealed: neither its owner nor anybody else changes what was issued.
    """
    found = _earlier(work, holder, paper.origin)
    if found is not None:
        return found.id
    document = new_official(work, holder, paper)
    if document is None:
        return None
    owner = holder.account_id or NOBODY
    copy = copy_file(work, file, owner, (document.id, SLOT))
    copy.sealed_at = work.now
    first = DocumentVersion(
        document_id=document.id, number=1, file_id=copy.id, added_at=work.now
    )
    work.session.add_all([copy, first])
    work.session.flush()
    record(work, "vault.kept", document.id, source=str(paper.source))
    return document.id


def new_official(
    work: Work, holder: Holder, paper: OfficialPaper
) -> VaultDocument | None:
    """Add the row of a paper, for an account or for a number that waits."""
    if holder.account_id is None and not holder.number:
        return None
    document = VaultDocument(
        account_id=holder.account_id,
        waiting_for=""
        if holder.account_id
        else waiting_key(work.secret, holder.number),
        added_at=work.now,
        updated_at=work.now,
        **vars(paper),
    )
    describe_for_search(document)
    work.session.add(document)
    work.session.flush()
    if holder.account_id is not None:
        tell(work.session, person_topic(holder.account_id))
    return document


def _earlier(work: Work, holder: Holder, origin: str) -> VaultDocument | None:
    kept = select(VaultDocument).where(
        VaultDocument.origin == origin, col(VaultDocument.removed_at).is_(None)
    )
    if holder.account_id is not None:
        kept = kept.where(VaultDocument.account_id == holder.account_id)
    return work.session.exec(kept).first()
