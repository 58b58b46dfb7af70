"""Papers from the vault at the reception: opened before they count, or issued before."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session

from services.dossiers.file_facts import FileFacts, KnownFiles, files_with_facts
from services.files.models import StoredFile
from services.vault.models import DocumentSource

OFFICIAL = {str(source) for source in DocumentSource} - {str(DocumentSource.UPLOAD)}


def must_open(files: KnownFiles, component: str) -> bool:
    """Say whether a paper of the component still has to be opened and compared."""
    return any(
        file.origin and not files.facts[file.id].is_opened
        for file in _of(files, component)
    )


def is_issued(files: KnownFiles, component: str, today: date) -> bool:
    """Say whether it is an earlier result of an agency that still holds.

    Decree 107/2021: what an agency issued is not asked to be scanned again.
    """
    return any(
        file.origin in OFFICIAL and _holds(files.facts[file.id], today)
        for file in _of(files, component)
    )


def is_unopened(
    session: Session, dossier_id: UUID, component: str, officer_id: UUID
) -> bool:
    """Say whether this officer still has to open a paper of the component."""
    return must_open(files_with_facts(session, dossier_id, officer_id), component)


def _of(files: KnownFiles, component: str) -> Iterable[StoredFile]:
    return (file for file in files.files if file.slot == component)


def _holds(facts: FileFacts, today: date) -> bool:
    is_over = facts.valid_until is not None and facts.valid_until < today
    return not is_over and not facts.is_revoked
