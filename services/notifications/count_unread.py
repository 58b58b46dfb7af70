"""How many notices nobody has read yet: the number beside the bell (C00)."""

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.models import SecurityNotice
from services.notifications.models import Notification
from services.work import Work


def count_unread(work: Work) -> int:
    """Return the count of who is signed in, in one statement over two indexes."""
    account_id = work.actor.require_citizen()
    told = select(func.count()).where(
        col(Notification.account_id) == account_id,
        col(Notification.read_at).is_(None),
    )
    noticed = select(func.count()).where(
        col(SecurityNotice.account_id) == account_id,
        col(SecurityNotice.seen_at).is_(None),
    )
    both = told.scalar_subquery() + noticed.scalar_subquery()
    return int(work.session.execute(select(both)).scalar_one())
