"""Take a paper of the vault out of a draft again."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound
from services.files.discard import discard
from services.vault.models import DocumentUse
from services.work import Work


def stop_using(work: Work, file_id: UUID) -> None:
    """Remove the draft's copy; the paper stays in the vault, the use in its history.

    What was handed in stays with its dossier (UP-9).
    """
    use = work.session.exec(
        select(DocumentUse).where(
            DocumentUse.file_id == file_id,
            DocumentUse.account_id == work.actor.require_citizen(),
        )
    ).first()
    if use is None:
        raise NotFound("use")
    discard(work, file_id)
    record(work, "vault.use_ended", use.document_id)
