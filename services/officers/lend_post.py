"""Lend one's post to a colleague while one is away (ủy quyền khi vắng)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.notices import NoticeKind
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.officers.tell_both import tell_both
from services.officers.views import Colleague
from services.work import Role, Work

LONGEST = timedelta(days=90)


@dataclass(frozen=True)
class Loan:
    """What is lent, to whom, from when until when."""

    post_id: UUID
    to_account: UUID
    roles: Collection[Role]
    starts_at: datetime
    ends_at: datetime


def lend_post(work: Work, loan: Loan) -> UUID:
    """Lend a post of one's own; the borrower acts under their own name.

    Only what one holds oneself can be lent, never what was borrowed, and only to
    somebody of the same unit. Lent once more in the same words, it is lent once.
    """
    lender_id = work.actor.require_officer()
    own = _own_post(work, lender_id, loan.post_id)
    _check(work, own, loan)
    work.actor.require_fresh_proof(work.now)
    roles = sorted(str(role) for role in loan.roles)
    if same := _lent_already(work, own, loan, roles):
        return same
    lent = OfficerPost(
        account_id=loan.to_account,
        agency_id=own.agency_id,
        roles=roles,
        title=own.title,
        starts_at=loan.starts_at,
        ends_at=loan.ends_at,
        lent_by_post_id=own.id,
        granted_by_id=lender_id,
        granted_at=work.now,
        confirmed_by_id=lender_id,
        confirmed_at=work.now,
    )
    work.session.add(lent)
    work.session.flush()
    record(work, "post.lent", lent.id, roles=" ".join(roles))
    tell_both(work, lent, NoticeKind.DELEGATION_GIVEN)
    return lent.id


def list_colleagues(work: Work, post_id: UUID) -> list[Colleague]:
    """Return the officers of the post's unit, but oneself."""
    own = _own_post(work, work.actor.require_officer(), post_id)
    found = (
        select(Account.id, Account.full_name, OfficerPost.title)
        .join(OfficerPost, col(OfficerPost.account_id) == col(Account.id))
        .where(
            col(OfficerPost.agency_id).is_not_distinct_from(own.agency_id),
            col(OfficerPost.lent_by_post_id).is_(None),
            in_force(work.now),
            Account.id != own.account_id,
            Account.kind == AccountKind.OFFICER,
            Account.status == AccountStatus.ACTIVE,
        )
        .order_by(col(Account.full_name), col(Account.id))
    )
    rows = {row[0]: Colleague(*row) for row in work.session.exec(found)}
    return list(rows.values())


def _own_post(work: Work, lender_id: UUID, post_id: UUID) -> OfficerPost:
    mine = select(OfficerPost).where(
        OfficerPost.id == post_id,
        OfficerPost.account_id == lender_id,
        col(OfficerPost.lent_by_post_id).is_(None),
        in_force(work.now),
    )
    post = work.session.exec(mine.with_for_update()).one_or_none()
    if post is None:
        raise NotFound("post")
    return post


def _check(work: Work, own: OfficerPost, loan: Loan) -> None:
    problems: dict[str, str] = {}
    if loan.to_account not in {c.account_id for c in list_colleagues(work, own.id)}:
        problems["to_account"] = "loan_to"
    if not loan.roles or not {str(role) for role in loan.roles} <= set(own.roles):
        problems["roles"] = "loan_roles"
    if local_day(loan.starts_at) < local_day(work.now):
        problems["starts"] = "loan_past"
    if loan.ends_at <= max(loan.starts_at, work.now):
        problems["ends"] = "loan_order"
    elif loan.ends_at - loan.starts_at > LONGEST:
        problems["ends"] = "loan_long"
    if problems:
        raise RuleViolation(problems)


def _lent_already(
    work: Work, own: OfficerPost, loan: Loan, roles: list[str]
) -> UUID | None:
    """Find the same loan; the lock on the post makes two presses queue."""
    same = select(OfficerPost.id).where(
        OfficerPost.lent_by_post_id == own.id,
        OfficerPost.account_id == loan.to_account,
        OfficerPost.roles == roles,
        OfficerPost.starts_at == loan.starts_at,
        OfficerPost.ends_at == loan.ends_at,
        col(OfficerPost.ended_at).is_(None),
    )
    return work.session.exec(same).first()
