"""Papers of a vault, as keeping them leaves them."""

import dataclasses
from typing import Any
from uuid import UUID

from sqlmodel import select

from services.accounts.models import Account
from services.files.models import StoredFile
from services.vault.models import (
    DocumentSource,
    DocumentUse,
    DocumentVersion,
    VaultDocument,
)
from services.vault.rules import SLOT, describe_for_search
from services.work import Actor, Work
from tests.factories.files import make_stored_file

PDF = b"%PDF-1.7 a paper of the vault"


def make_document(
    work: Work, account_id: UUID | None, **values: Any
) -> tuple[VaultDocument, StoredFile]:
    """Return an accepted paper of one page with its file; Any: columns."""
    file_values = values.pop("file", {})
    given: dict[str, Any] = {
        "account_id": account_id,
        "source": DocumentSource.UPLOAD,
        "kind": "birth_certificate",
        "title": "Giấy khai sinh",
        "added_at": work.now,
        "updated_at": work.now,
    }
    document = VaultDocument(**given | values)
    describe_for_search(document)
    work.session.add(document)
    work.session.flush()
    return document, make_version(work, document, 1, **file_values)


def make_version(
    work: Work, document: VaultDocument, number: int, **values: Any
) -> StoredFile:
    """Return the file of one more version; Any: columns of the file."""
    named = {"slot": SLOT, "name": "giấy khai sinh.pdf", "declared_size": len(PDF)}
    owner = document.account_id or UUID(int=0)
    file = make_stored_file(work.session, owner, document.id, **named | values)
    work.storage.put(file.key, PDF)
    work.session.add(
        DocumentVersion(
            document_id=document.id,
            number=number,
            file_id=file.id,
            added_at=work.now,
        )
    )
    work.session.flush()
    return file


def make_use(
    work: Work, document: VaultDocument, place: tuple[UUID, str], file_id: UUID
) -> DocumentUse:
    """Return the line that a paper was put into a place of a dossier."""
    version = work.session.exec(
        select(DocumentVersion).where(DocumentVersion.document_id == document.id)
    ).one()
    dossier_id, slot = place
    use = DocumentUse(
        document_id=document.id,
        version_id=version.id,
        account_id=document.account_id or UUID(int=0),
        dossier_id=dossier_id,
        slot=slot,
        file_id=file_id,
        sha256="0" * 64,
        purpose="",
        unit="",
        consent="use_1",
        used_at=work.now,
    )
    work.session.add(use)
    work.session.flush()
    return use


def acting(work: Work, account: Account) -> Work:
    """Return the work of this citizen, signed in."""
    actor = Actor(
        account_id=account.id, name=account.full_name, browser=f"of {account.id}"
    )
    return dataclasses.replace(work, actor=actor)


def visitor(
    work: Work, browser: str = "somebody", address: str = "203.0.113.9"
) -> Work:
    """Return the work of somebody who is not signed in."""
    return dataclasses.replace(work, actor=Actor(browser=browser, address=address))
