"""Note that the owner has read the notices of the account."""

from sqlalchemy import update
from sqlmodel import col

from services.accounts.models import SecurityNotice
from services.audit.record import record
from services.work import Work


def see_notices(work: Work) -> int:
    """Mark every notice as read and tell how many were new; once more is none."""
    account_id = work.actor.require_signed_in()
    unread = (
        update(SecurityNotice)
        .where(
            col(SecurityNotice.account_id) == account_id,
            col(SecurityNotice.seen_at).is_(None),
        )
        .values(seen_at=work.now)
    )
    seen = int(work.session.exec(unread).rowcount)
    if seen:
        record(work, "notices.seen", account_id, count=seen)
    return seen
