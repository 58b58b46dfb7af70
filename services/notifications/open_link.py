"""Open the link of a message: the right place, for the right person (R23)."""

from sqlmodel import select

from services.core.errors import NotFound
from services.notifications.mark_read import mark_read
from services.notifications.models import Notification
from services.work import Work


def open_link(work: Work, link: str) -> str:
    """Return the path the message leads to, and note that it was read.

    Somebody else's link and one that never was get the same answer: the name of
    a link gives no right, and tells nothing.
    """
    account_id = work.actor.require_citizen()
    query = select(Notification).where(
        Notification.link == link, Notification.account_id == account_id
    )
    told = work.session.exec(query).first()
    if told is None:
        raise NotFound("link")
    mark_read(work, told.id)
    return told.path
