"""Take a lent post back, or give it back, before its last day."""

from uuid import UUID

from sqlmodel import col, or_, select

from services.accounts.notices import NoticeKind
from services.accounts.officer_models import OfficerPost
from services.audit.record import record
from services.core.errors import NotFound
from services.officers.tell_both import tell_both
from services.work import Work


def end_lent_post(work: Work, post_id: UUID) -> None:
    """End a loan one gave or took; it is felt at the borrower's next event.

    Ended twice, it is ended once.
    """
    account_id = work.actor.require_officer()
    mine = select(OfficerPost.id).where(OfficerPost.account_id == account_id)
    found = select(OfficerPost).where(
        OfficerPost.id == post_id,
        col(OfficerPost.lent_by_post_id).is_not(None),
        or_(
            OfficerPost.account_id == account_id,
            col(OfficerPost.lent_by_post_id).in_(mine),
        ),
    )
    lent = work.session.exec(found.with_for_update()).one_or_none()
    if lent is None:
        raise NotFound("post")
    if lent.ended_at is not None:
        return
    lent.ended_at, lent.ended_by_id = work.now, account_id
    work.session.add(lent)
    record(work, "post.returned", lent.id)
    tell_both(work, lent, NoticeKind.DELEGATION_REVOKED)
