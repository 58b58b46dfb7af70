"""Whose accounts an administrator may touch: their own unit's, or all (AZ-6)."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from services.accounts.models import Account, AccountKind
from services.accounts.officer_models import OfficerPost
from services.core.errors import Forbidden, NotFound
from services.work import Role, Work


def require_administrator(work: Work) -> UUID:
    """Return the administrator who acts, or refuse."""
    return work.actor.require_officer(Role.ADMINISTRATOR)


def within_reach(work: Work) -> Any:  # Any: a condition on Account
    """Return the condition on accounts an administrator of this post may see.

    An administrator without a unit sees every officer; one of a unit sees those
    who hold, held or are to hold a post there.
    """
    agency_id = work.actor.agency_id
    if agency_id is None:
        return col(Account.kind) == AccountKind.OFFICER
    post = aliased(OfficerPost)
    here = select(post.account_id).where(col(post.agency_id) == agency_id)
    return (col(Account.kind) == AccountKind.OFFICER) & col(Account.id).in_(here)


def lock_officer_row(work: Work, account_id: UUID) -> Account:
    """Return an officer within reach, locked; one answer for foreign and unknown."""
    wanted = select(Account).where(Account.id == account_id, within_reach(work))
    found = work.session.exec(wanted.with_for_update()).one_or_none()
    if found is None:
        raise NotFound("officer")
    return found


def lock_whole_officer(work: Work, account_id: UUID) -> Account:
    """Return an officer who is wholly within reach, locked.

    What touches the account itself (its lock, its keys, its sessions) is not for
    the administrator of one unit when the officer also works elsewhere: they
    would hold the keys of a post that is not theirs to give.
    """
    account = lock_officer_row(work, account_id)
    own = work.actor.agency_id
    if own is not None:
        elsewhere = select(OfficerPost.id).where(
            OfficerPost.account_id == account.id,
            col(OfficerPost.agency_id).is_distinct_from(own),
            col(OfficerPost.ended_at).is_(None),
        )
        if work.session.exec(elsewhere.limit(1)).first() is not None:
            raise Forbidden("elsewhere")
    return account


def may_grant_in(work: Work, agency_id: UUID | None) -> bool:
    """Tell whether the administrator may give posts of this unit."""
    own = work.actor.agency_id
    return own is None or own == agency_id
