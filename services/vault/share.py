"""Share a paper for a time with whoever holds a code (C23)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.signals import person_topic, tell
from services.vault.models import DocumentShare, DocumentState, VaultDocument
from services.vault.queries import own_paper
from services.vault.rules import SHARE_DAYS, state_of
from services.vault.share_codes import code_hash, new_code
from services.work import Work

MOST_OPEN = 10  # shares of one paper at a time


@dataclass(frozen=True)
class Shared:
    """The code, which nobody can show a second time, and how long it opens."""

    share_id: UUID
    code: str
    until: datetime


def share(work: Work, document_id: UUID, days: int) -> Shared:
    """Make a code for a paper that is good for something today."""
    document, _, file = own_paper(work, document_id, lock=True)
    if days not in SHARE_DAYS:
        raise RuleViolation({"days": "share_days"})
    state = state_of(document, file, local_day(work.now))
    if state not in (DocumentState.KEPT, DocumentState.EXPIRED):
        raise Conflict("not_kept")
    if _open_shares(work, document_id) >= MOST_OPEN:
        raise RuleViolation({"days": "share_too_many"})
    code = new_code()
    lent = DocumentShare(
        document_id=document_id,
        code_hash=code_hash(work.secret, code),
        created_at=work.now,
        until=work.now + timedelta(days=days),
    )
    work.session.add(lent)
    work.session.flush()
    record(work, "vault.shared", document_id, days=days)
    _tell(work)
    return Shared(lent.id, code, lent.until)


def end_share(work: Work, share_id: UUID) -> None:
    """Close a share at once; a second press changes nothing."""
    found = work.session.exec(
        select(DocumentShare)
        .join(VaultDocument, col(VaultDocument.id) == DocumentShare.document_id)
        .where(
            DocumentShare.id == share_id,
            VaultDocument.account_id == work.actor.require_citizen(),
        )
        .with_for_update(of=DocumentShare)
    ).first()
    if found is None:
        raise NotFound("share")
    if found.ended_at is not None:
        return
    found.ended_at = work.now
    work.session.add(found)
    record(work, "vault.share_ended", found.document_id)
    _tell(work)


def _open_shares(work: Work, document_id: UUID) -> int:
    standing = select(func.count(col(DocumentShare.id))).where(
        DocumentShare.document_id == document_id,
        col(DocumentShare.ended_at).is_(None),
        col(DocumentShare.until) > work.now,
    )
    return work.session.exec(standing).one()


def _tell(work: Work) -> None:
    tell(work.session, person_topic(work.actor.require_citizen()))
