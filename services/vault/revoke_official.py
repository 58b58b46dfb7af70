"""Revoke a paper: its issuer has taken it back, or issued it anew (O08)."""

from sqlmodel import col, select

from services.audit.record import record
from services.signals import person_topic, tell
from services.vault.models import VaultDocument
from services.work import Work


def revoke_official(work: Work, origin: str, reason: str) -> int:
    """Mark every copy of what was issued as revoked; nothing is deleted.

    The caller has found that the actor may take the paper back. Returns how many.
    """
    standing = work.session.exec(
        select(VaultDocument)
        .where(VaultDocument.origin == origin, col(VaultDocument.revoked_at).is_(None))
        .with_for_update()
    ).all()
    for document in standing:
        document.revoked_at, document.revoked_reason = work.now, reason
        document.updated_at = work.now
        work.session.add(document)
        record(work, "vault.revoked", document.id, "done", document.account_id)
        if document.account_id is not None:
            tell(work.session, person_topic(document.account_id))
    work.session.flush()
    return len(standing)
