"""The second administrator's word on a post another one gave (AZ-9)."""

from uuid import UUID

from sqlmodel import select

from services.accounts.officer_models import OfficerPost
from services.administration.scope import (
    lock_officer_row,
    may_grant_in,
    require_administrator,
)
from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.work import Work


def confirm_post(work: Work, post_id: UUID) -> None:
    """Put a granted post in force: by neither the giver nor the holder.

    Persons are compared, not sessions or posts: one person in two sessions stays
    one person. Confirmed again, it stays as it was.
    """
    confirmer = require_administrator(work)
    post = lock_post(work, post_id)
    if confirmer in (post.granted_by_id, post.account_id):
        raise RuleViolation({"post": "post_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    if post.confirmed_at is not None:
        return
    post.confirmed_by_id, post.confirmed_at = confirmer, work.now
    record(work, "post.confirmed", post.id, account=str(post.account_id))


def lock_post(work: Work, post_id: UUID) -> OfficerPost:
    """Return a post within reach that has not ended, locked."""
    wanted = select(OfficerPost).where(OfficerPost.id == post_id)
    post = work.session.exec(wanted.with_for_update()).one_or_none()
    if post is None or post.ended_at or not may_grant_in(work, post.agency_id):
        raise NotFound("post")
    lock_officer_row(work, post.account_id)
    return post
