"""Give an officer a post; it is in force once a second administrator confirms it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.accounts.officer_models import OfficerPost
from services.administration.scope import (
    lock_officer_row,
    may_grant_in,
    require_administrator,
)
from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_note
from services.procedures.models import Agency
from services.work import Role, Work

LONGEST_TITLE = 100
# What can be done for the whole province alone, and what in a unit alone.
EVERYWHERE = {Role.ADMINISTRATOR, Role.AUDITOR}


@dataclass(frozen=True)
class PostForm:
    """A post as an administrator means it; no agency is the whole province."""

    agency_id: UUID | None
    roles: Collection[Role]
    title: str
    starts_at: datetime
    ends_at: datetime | None = None


def grant_post(work: Work, account_id: UUID, form: PostForm) -> UUID:
    """Give the post; granted again in the same words, it is granted once (AZ-9)."""
    giver = require_administrator(work)
    account = lock_officer_row(work, account_id)
    title = check_post(work, form)
    if account.id == giver:
        raise RuleViolation({"roles": "post_own"})
    work.actor.require_fresh_proof(work.now)
    return add_post(work, account.id, form, title)


def check_post(work: Work, form: PostForm) -> str:
    """Return the title as it is kept, or name everything that is wrong."""
    problems: dict[str, str] = {}
    title = ""
    try:
        title = read_note(form.title, 0, LONGEST_TITLE) if form.title.strip() else ""
    except Unreadable as fault:
        problems["title"] = fault.key.value
    roles = set(form.roles)
    if not roles:
        problems["roles"] = "post_roles"
    elif form.agency_id is None and not roles <= EVERYWHERE:
        problems["agency"] = "post_agency"
    if form.ends_at is not None and form.ends_at <= max(form.starts_at, work.now):
        problems["ends"] = "post_order"
    if not may_grant_in(work, form.agency_id) or not _exists(work, form.agency_id):
        raise NotFound("agency")
    if problems:
        raise RuleViolation(problems)
    return title


def add_post(work: Work, account_id: UUID, form: PostForm, title: str) -> UUID:
    """Add the post, waiting for its second administrator; the account is locked."""
    roles = sorted(str(role) for role in form.roles)
    same = select(OfficerPost.id).where(
        OfficerPost.account_id == account_id,
        col(OfficerPost.agency_id).is_not_distinct_from(form.agency_id),
        OfficerPost.roles == roles,
        OfficerPost.title == title,
        col(OfficerPost.lent_by_post_id).is_(None),
        col(OfficerPost.ended_at).is_(None),
        col(OfficerPost.ends_at).is_not_distinct_from(form.ends_at),
    )
    if found := work.session.exec(same).first():
        return found
    post = OfficerPost(
        account_id=account_id,
        agency_id=form.agency_id,
        roles=roles,
        title=title,
        starts_at=form.starts_at,
        ends_at=form.ends_at,
        granted_by_id=work.actor.account_id,
        granted_at=work.now,
    )
    work.session.add(post)
    work.session.flush()
    record(work, "post.granted", post.id, account=str(account_id), roles=str(roles))
    return post.id


def _exists(work: Work, agency_id: UUID | None) -> bool:
    if agency_id is None:
        return True
    return work.session.get(Agency, agency_id) is not None
