"""End sessions: here, one of the list, or everywhere (SS-6)."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from services import signals
from services.accounts.models import SignInSession, TabBinding
from services.audit.record import record
from services.core.errors import Forbidden, NotFound
from services.work import Work


def end_session(work: Work, session_id: UUID | None = None) -> None:
    """End this session, or another one of the same person."""
    account_id = require_signed_in(work)
    mine = select(SignInSession).where(
        SignInSession.id == (session_id or work.actor.session_id),
        SignInSession.account_id == account_id,
        col(SignInSession.ended_at).is_(None),
    )
    session = work.session.exec(mine.with_for_update()).one_or_none()
    if session is None:
        raise NotFound("session")
    close(work, session)


def end_all_sessions(work: Work, keep_this: bool = False) -> int:
    """End every session of this person, or all but this one; tell how many."""
    return end_sessions_of(
        work, require_signed_in(work), work.actor.session_id if keep_this else None
    )


def end_sessions_of(work: Work, account_id: UUID, but: UUID | None = None) -> int:
    """End the sessions of an account; a changed password leaves only its own."""
    open_ones = select(SignInSession).where(
        SignInSession.account_id == account_id,
        SignInSession.id != but if but else col(SignInSession.id).is_not(None),
        col(SignInSession.ended_at).is_(None),
        col(SignInSession.expires_at) > work.now,
    )
    sessions = list(work.session.exec(open_ones.with_for_update()))
    for session in sessions:
        close(work, session)
    return len(sessions)


def require_signed_in(work: Work) -> UUID:
    """Return the account that acts, citizen or officer, or refuse."""
    if work.actor.account_id is None:
        raise Forbidden("signed_in")
    return work.actor.account_id


def close(work: Work, session: SignInSession) -> None:
    """End one session: its cookie is dead and its tabs belong to nobody."""
    session.ended_at = work.now
    work.session.flush()
    release_tabs(work, f"{session.token_hash}.{session.account_id}")
    signals.tell(work.session, session_topic(session.id))
    record(work, "session.ended", session.id)


def release_tabs(work: Work, owner: str) -> None:
    """Free the tabs of a browser that changes its person; binding wipes them."""
    work.session.execute(delete(TabBinding).where(col(TabBinding.owner) == owner))


def session_topic(session_id: UUID) -> str:
    """Return the topic on which the end of a session is told."""
    return f"session:{session_id}"
