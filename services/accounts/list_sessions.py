"""The devices a person is signed in on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.end_session import require_signed_in
from services.accounts.models import SignInSession
from services.work import Work


@dataclass(frozen=True)
class SessionLine:
    """One device, as its owner sees it."""

    session_id: UUID
    device: str
    created_at: datetime
    last_seen_at: datetime
    is_this: bool
    method: str  # key of the way it was signed in
    is_new: bool  # the account was never signed in on such a device before
    is_shared: bool


def list_sessions(work: Work) -> list[SessionLine]:
    """Return the open sessions of this person, the last used first."""
    mine = (
        select(SignInSession)
        .where(
            SignInSession.account_id == require_signed_in(work),
            col(SignInSession.ended_at).is_(None),
            col(SignInSession.expires_at) > work.now,
        )
        .order_by(col(SignInSession.last_seen_at).desc())
        .limit(50)
    )
    first = _first_seen(work)
    return [
        SessionLine(
            session_id=session.id,
            device=session.device,
            created_at=session.created_at,
            last_seen_at=session.last_seen_at,
            is_this=session.id == work.actor.session_id,
            method=session.method,
            is_new=len(first) > 1 and first[session.device] == session.created_at,
            is_shared=session.is_shared_device,
        )
        for session in work.session.exec(mine)
    ]


def _first_seen(work: Work) -> dict[str, datetime]:
    first = func.min(SignInSession.created_at)
    mine = select(SignInSession.device, first).where(
        SignInSession.account_id == work.actor.account_id
    )
    return dict(work.session.exec(mine.group_by(SignInSession.device)).all())
