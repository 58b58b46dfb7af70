"""Send a notice once more, on a channel of the person's choice (C24)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.channels import Channel, contact_for
from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import RuleViolation, TooMany
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
)
from services.notifications.plan import ask
from services.notifications.queries import deliveries_of, own_notification
from services.work import Work

MOST_EACH = 3  # times one notice is sent again
MOST_AN_HOUR = 10  # of all notices of one person
HOUR = timedelta(hours=1)


def send_again(work: Work, notification_id: UUID, channel: Channel) -> None:
    """Send it now; while it is on its way there, a second press sends nothing.

    Each costs the province money, so there is a limit for a notice and an hour.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    told = own_notification(work, notification_id)
    if channel is Channel.PORTAL or not contact_for(account, channel):
        raise RuleViolation({"channel": "channel_without_contact"})
    rows = deliveries_of(work.session, [told.id]).get(told.id, [])
    waiting = (row for row in rows if row.state is DeliveryState.WAITING)
    if any(row.channel == channel for row in waiting):
        return
    if sum(row.is_asked for row in rows) >= MOST_EACH:
        raise RuleViolation({"channel": "sent_again_enough"})
    _check_hour(work, account_id)
    delivery = NotificationDelivery(
        notification_id=told.id,
        channel=channel,
        position=max((row.position for row in rows), default=0) + 1,
        state=DeliveryState.WAITING,
        is_asked=True,
        asked_at=work.now,
    )
    ask(work, delivery, None)
    record(work, "notification.sent_again", told.id, channel=str(channel))


def _check_hour(work: Work, account_id: UUID) -> None:
    query = (
        select(func.count(), func.min(NotificationDelivery.asked_at))
        .join(
            Notification, col(Notification.id) == NotificationDelivery.notification_id
        )
        .where(
            Notification.account_id == account_id,
            col(NotificationDelivery.is_asked),
            col(NotificationDelivery.asked_at) > work.now - HOUR,
        )
    )
    count, first = work.session.exec(query).one()
    if count >= MOST_AN_HOUR:
        raise TooMany(first + HOUR)
