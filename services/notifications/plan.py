"""Plan the messages of one notification, in the order the person chose (R23)."""

from datetime import datetime
from uuid import UUID

from sqlmodel import select

from services.accounts.channels import Channel, channels_of, contact_for
from services.accounts.models import Account, AccountStatus
from services.jobs import defer
from services.notifications.models import (
    DeliveryState,
    MutedSort,
    NotificationDelivery,
    Sort,
    Subject,
)
from services.notifications.rules import SORTS, not_before, outside_channels
from services.work import Work

JOB = "notifications.deliver"


def plan_deliveries(
    work: Work, account: Account, notification_id: UUID, subject: Subject
) -> None:
    """Write a row per channel; the first outside one is asked for, the rest wait.

    The portal shows the news from the moment it is kept. A closed account is
    written to by nobody.
    """
    sort = SORTS[subject]
    rows = [_portal(notification_id, work.now)]
    if account.status is not AccountStatus.CLOSED:
        muted = muted_sorts(work, account.id)
        wanted = outside_channels(sort, channels_of(account), muted)
        reached = [one for one in wanted if contact_for(account, one)]
        rows += [
            NotificationDelivery(
                notification_id=notification_id,
                channel=one,
                position=position,
                state=DeliveryState.RESERVE,
                asked_at=work.now,
            )
            for position, one in enumerate(reached, start=1)
        ]
    work.session.add_all(rows)
    if len(rows) > 1:
        begin(work, rows[1], sort)
    work.session.flush()


def begin(work: Work, delivery: NotificationDelivery, sort: Sort) -> None:
    """Give the delivery its turn: now, or when the quiet hours are over."""
    delivery.state = DeliveryState.WAITING
    ask(work, delivery, not_before(work.province, sort, work.now))


def ask(work: Work, delivery: NotificationDelivery, at: datetime | None) -> None:
    """Ask the worker for the next try, in the transaction that decides on it."""
    delivery.not_before = at
    work.session.add(delivery)
    defer(
        work.session,
        JOB,
        at=at,
        delivery_id=str(delivery.id),
        tries=delivery.tries,
    )


def muted_sorts(work: Work, account_id: UUID) -> set[Sort]:
    """Return the kinds of news this person does not want sent."""
    query = select(MutedSort).where(MutedSort.account_id == account_id)
    return {row.sort for row in work.session.exec(query)}


def _portal(notification_id: UUID, now: datetime) -> NotificationDelivery:
    return NotificationDelivery(
        notification_id=notification_id,
        channel=Channel.PORTAL,
        position=0,
        state=DeliveryState.DELIVERED,
        sent_at=now,
        asked_at=now,
    )
