"""End a post: the officer's very next act is refused."""

from uuid import UUID

from sqlalchemy import any_, literal
from sqlmodel import col, select

from services.accounts.end_session import session_topic
from services.accounts.models import SignInSession
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.administration.confirm_post import lock_post
from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.errors import RuleViolation
from services.signals import tell
from services.work import Role, Work


def end_post(work: Work, post_id: UUID) -> None:
    """End a post or refuse one granted; taking away needs no second person.

    The last administrator of the province stays, or nobody could give another.
    """
    ender = require_administrator(work)
    post = lock_post(work, post_id)
    if Role.ADMINISTRATOR in post.roles and _is_last(work, post):
        raise RuleViolation({"post": "post_last_administrator"})
    work.actor.require_fresh_proof(work.now)
    post.ended_by_id, post.ended_at = ender, work.now
    record(work, "post.ended", post.id, account=str(post.account_id))
    open_in_it = select(SignInSession.id).where(
        SignInSession.post_id == post.id, col(SignInSession.ended_at).is_(None)
    )
    tell(work.session, *map(session_topic, work.session.exec(open_in_it)))


def _is_last(work: Work, post: OfficerPost) -> bool:
    others = select(OfficerPost.id).where(
        OfficerPost.id != post.id,
        literal(str(Role.ADMINISTRATOR)) == any_(col(OfficerPost.roles)),
        col(OfficerPost.agency_id).is_(None),
        in_force(work.now),
    )
    is_whole = post.agency_id is None and post.confirmed_at is not None
    return is_whole and work.session.exec(others.limit(1)).first() is None
