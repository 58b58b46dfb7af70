"""The posts an officer can act in now."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.core.errors import Forbidden
from services.officers.views import PostView, roles_of
from services.procedures.models import Agency
from services.work import Work


def list_my_posts(work: Work) -> list[PostView]:
    """Return them, one's own before lent ones; nothing when none is in force."""
    account_id = work.actor.require_signed_in()
    if not work.actor.is_officer:
        raise Forbidden("officer")
    found = (
        select(OfficerPost, Agency)
        .outerjoin(Agency, col(Agency.id) == col(OfficerPost.agency_id))
        .where(OfficerPost.account_id == account_id, in_force(work.now))
        .order_by(
            col(OfficerPost.lent_by_post_id).is_not(None),
            col(OfficerPost.granted_at),
            col(OfficerPost.id),
        )
    )
    rows = work.session.exec(found).all()
    lenders = _lenders(work, [post.lent_by_post_id for post, _ in rows])
    return [
        PostView(
            post_id=post.id,
            title=post.title,
            unit=agency.name if agency else "",
            roles=roles_of(post.roles),
            lent_by=lenders[post.lent_by_post_id] if post.lent_by_post_id else "",
            ends_at=post.ends_at,
            is_chosen=post.id == work.actor.post_id,
        )
        for post, agency in rows
    ]


def _lenders(work: Work, posts: list[UUID | None]) -> dict[UUID, str]:
    wanted = [post for post in posts if post]
    if not wanted:
        return {}
    found = (
        select(OfficerPost.id, Account.full_name)
        .join(Account, col(Account.id) == col(OfficerPost.account_id))
        .where(col(OfficerPost.id).in_(wanted))
    )
    return dict(work.session.exec(found).all())
