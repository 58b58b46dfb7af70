"""Add a paper of one's own, or a newer version of it (tus: POST)."""

from pathlib import PurePath
from uuid import UUID

from sqlmodel import func, select

from services.audit.record import record
from services.core.errors import RuleViolation
from services.files.begin import NewUpload, Upload, begin
from services.files.verdicts import display_name
from services.signals import person_topic, tell
from services.vault.kinds import kind_of_name
from services.vault.models import DocumentSource, DocumentVersion, VaultDocument
from services.vault.queries import own_document
from services.vault.rules import LIMITS, SLOT, describe_for_search
from services.work import Work


def keep_upload(work: Work, name: str, size: int) -> Upload:
    """Make room for a paper; it is there once its file has arrived whole."""
    me = work.actor.require_citizen()
    title = PurePath(display_name(name)).stem
    document = VaultDocument(
        account_id=me,
        source=DocumentSource.UPLOAD,
        kind=kind_of_name(title),
        title=title,
        added_at=work.now,
        updated_at=work.now,
    )
    describe_for_search(document)
    work.session.add(document)
    work.session.flush()
    record(work, "vault.upload_begun", document.id)
    return _begin(work, document, name, size)


def replace_upload(work: Work, document_id: UUID, name: str, size: int) -> Upload:
    """Make room for a newer version; the old one stays, and stands until it is kept.

    What an agency vouches for is never replaced by what somebody sends.
    """
    document = own_document(work, document_id)
    if document.source is not DocumentSource.UPLOAD:
        raise RuleViolation({"file": "document_official"})
    document.updated_at = work.now
    work.session.add(document)
    record(work, "vault.replaced", document.id)
    return _begin(work, document, name, size)


def _begin(work: Work, document: VaultDocument, name: str, size: int) -> Upload:
    upload = begin(work, NewUpload(document.id, SLOT, name, size), LIMITS)
    last = work.session.exec(
        select(func.max(DocumentVersion.number)).where(
            DocumentVersion.document_id == document.id
        )
    ).one()
    work.session.add(
        DocumentVersion(
            document_id=document.id,
            number=(last or 0) + 1,
            file_id=upload.id,
            added_at=work.now,
        )
    )
    work.session.flush()
    tell(work.session, person_topic(work.actor.require_citizen()))
    return upload
