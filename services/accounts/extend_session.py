"""Go on working: the session's idle time begins anew (R4)."""

from sqlalchemy import update
from sqlmodel import col

from services.accounts.models import SignInSession
from services.work import Work


def extend_session(work: Work) -> None:
    """Note that the person is here; the absolute end stays where it is (SS-5)."""
    work.actor.require_signed_in()
    # Two tabs may extend at once: the later moment stays, an end is never undone.
    work.session.execute(
        update(SignInSession)
        .where(
            col(SignInSession.id) == work.actor.session_id,
            col(SignInSession.ended_at).is_(None),
            col(SignInSession.last_seen_at) < work.now,
        )
        .values(last_seen_at=work.now)
    )
