"""Which posts of officers are in force: granted, confirmed, begun, not ended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import and_, col, or_, select

from services.accounts.models import Account, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.work import Work


def in_force(now: datetime) -> ColumnElement[bool]:
    """Return the condition on OfficerPost; a lent post needs its lender's too."""
    lender = aliased(OfficerPost)
    owner = aliased(Account)
    lender_stands = (
        select(lender.id)
        .join(owner, col(owner.id) == col(lender.account_id))
        .where(
            col(lender.id) == col(OfficerPost.lent_by_post_id),
            col(owner.status) == AccountStatus.ACTIVE,
            *_alive(lender, now),
        )
        .correlate(OfficerPost)
        .exists()
    )
    return and_(
        *_alive(OfficerPost, now),
        or_(col(OfficerPost.lent_by_post_id).is_(None), lender_stands),
    )


def posts_of(work: Work, account_id: UUID) -> Sequence[OfficerPost]:
    """Return the posts an officer can act in now: their own first, then lent ones."""
    mine = select(OfficerPost).where(
        OfficerPost.account_id == account_id, in_force(work.now)
    )
    return work.session.exec(
        mine.order_by(
            col(OfficerPost.lent_by_post_id).is_not(None),
            col(OfficerPost.granted_at),
            col(OfficerPost.id),
        )
    ).all()


def _alive(post: Any, now: datetime) -> tuple[Any, ...]:
    # Any: the table or an alias of it, and conditions on its columns.
    return (
        col(post.confirmed_at).is_not(None),
        col(post.starts_at) <= now,
        or_(col(post.ends_at).is_(None), col(post.ends_at) > now),
        col(post.ended_at).is_(None),
    )
