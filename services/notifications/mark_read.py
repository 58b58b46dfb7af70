"""Note what a person has read: one notice, or all of them."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from services.accounts.models import SecurityNotice
from services.accounts.see_notices import see_notices
from services.notifications.models import Notification
from services.signals import person_topic, tell
from services.work import Work


def mark_read(work: Work, notice_id: UUID) -> None:
    """Mark one as read; somebody else's id, or a second press, changes nothing.

    The moment of the first reading stays. Of the account's own notices too.
    """
    account_id = work.actor.require_citizen()
    told = update(Notification).where(
        col(Notification.id) == notice_id,
        col(Notification.account_id) == account_id,
        col(Notification.read_at).is_(None),
    )
    noticed = update(SecurityNotice).where(
        col(SecurityNotice.id) == notice_id,
        col(SecurityNotice.account_id) == account_id,
        col(SecurityNotice.seen_at).is_(None),
    )
    read = work.session.exec(told.values(read_at=work.now)).rowcount
    if not read:
        read = work.session.exec(noticed.values(seen_at=work.now)).rowcount
    if read:
        tell(work.session, person_topic(account_id))


def mark_all_read(work: Work) -> int:
    """Mark everything as read, and tell how much that was."""
    account_id = work.actor.require_citizen()
    told = (
        update(Notification)
        .where(
            col(Notification.account_id) == account_id,
            col(Notification.read_at).is_(None),
        )
        .values(read_at=work.now)
    )
    read = int(work.session.exec(told).rowcount) + see_notices(work)
    if read:
        tell(work.session, person_topic(account_id))
    return read
