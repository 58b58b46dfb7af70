"""Colleagues of the unit whose post is lent to the officer (Thay cho …)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.work import Work


@dataclass(frozen=True)
class Lender:
    """Whose work the officer may look after, until when."""

    account_id: UUID
    name: str
    until: datetime | None


def lenders_of(work: Work) -> tuple[Lender, ...]:
    """Return who lent the officer a post at the unit they act for, by name."""
    own = aliased(OfficerPost)
    query = (
        select(Account.id, Account.full_name, OfficerPost.ends_at)
        .join(own, col(own.id) == col(OfficerPost.lent_by_post_id))
        .join(Account, col(Account.id) == col(own.account_id))
        .where(
            OfficerPost.account_id == work.actor.account_id,
            OfficerPost.agency_id == work.actor.agency_id,
            in_force(work.now),
        )
        .order_by(col(Account.full_name), col(Account.id))
    )
    found = {row[0]: Lender(*row) for row in work.session.exec(query)}
    return tuple(found.values())
