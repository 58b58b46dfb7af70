"""Write down how one try of a message went, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
)
from services.notifications.plan import ask, begin
from services.notifications.rules import SORTS, most_tries, next_try
from services.signals import person_topic, tell
from services.work import Work


@dataclass(frozen=True)
class Outcome:
    """How a try ended; WAITING when it must be made again."""

    state: DeliveryState
    fault: str = ""


def note_outcome(work: Work, delivery_id: UUID, tries: int, outcome: Outcome) -> None:
    """Keep the outcome, and give the next channel its turn if this one failed.

    The notification is locked first, so that of two workers with the same job one
    notes and the other finds it noted: nobody is told by two channels for it.
    """
    delivery = work.session.get_one(NotificationDelivery, delivery_id)
    told = _locked(work, delivery.notification_id)
    rows = _rows(work, told.id)
    [mine] = [row for row in rows if row.id == delivery_id]
    if mine.state is not DeliveryState.WAITING or mine.tries != tries:
        return
    mine.tries, mine.tried_at, mine.fault = tries + 1, work.now, outcome.fault
    if outcome.state is not DeliveryState.WAITING:
        mine.state = outcome.state
    elif mine.tries >= most_tries(told.subject):
        mine.state = DeliveryState.FAILED
    else:
        ask(work, mine, next_try(work.now, mine.tries))
        return
    work.session.add(mine)
    _follow(work, told, mine, rows)
    _report(work, told, mine)


def _follow(
    work: Work,
    told: Notification,
    mine: NotificationDelivery,
    rows: Sequence[NotificationDelivery],
) -> None:
    reserve = [row for row in rows if row.state is DeliveryState.RESERVE]
    if mine.state is DeliveryState.FAILED:
        if reserve and not mine.is_asked:
            begin(work, reserve[0], SORTS[told.subject])
        return
    if mine.state is DeliveryState.SENT:
        mine.sent_at = work.now
    for row in reserve:
        row.state = DeliveryState.SKIPPED
    work.session.add_all(reserve)


def _report(work: Work, told: Notification, mine: NotificationDelivery) -> None:
    record(
        work,
        "notification.carried",
        told.id,
        channel=mine.channel,
        state=str(mine.state),
        fault=mine.fault,
    )
    tell(work.session, person_topic(told.account_id))


def _locked(work: Work, notification_id: UUID) -> Notification:
    query = select(Notification).where(Notification.id == notification_id)
    return work.session.exec(query.with_for_update()).one()


def _rows(work: Work, notification_id: UUID) -> Sequence[NotificationDelivery]:
    return work.session.exec(
        select(NotificationDelivery)
        .where(NotificationDelivery.notification_id == notification_id)
        .order_by(col(NotificationDelivery.position))
        .execution_options(populate_existing=True)
    ).all()
