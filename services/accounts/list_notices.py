"""What happened to an account, for its owner to read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import SecurityNotice
from services.work import Work

MOST = 50


@dataclass(frozen=True)
class NoticeLine:
    """One notice; its sentence is in the wording under the kind."""

    notice_id: UUID
    kind: str
    at: datetime
    facts: dict[str, str]
    is_new: bool


def list_notices(work: Work) -> list[NoticeLine]:
    """Return the notices of who is signed in, newest first, fifty at most."""
    mine = (
        select(SecurityNotice)
        .where(SecurityNotice.account_id == work.actor.require_signed_in())
        .order_by(col(SecurityNotice.at).desc(), col(SecurityNotice.id))
        .limit(MOST)
    )
    return [
        NoticeLine(
            notice_id=notice.id,
            kind=notice.kind,
            at=notice.at,
            facts=dict(notice.facts),
            is_new=notice.seen_at is None,
        )
        for notice in work.session.exec(mine)
    ]
