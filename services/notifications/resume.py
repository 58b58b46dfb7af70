"""Take up deliveries whose job was lost; run by the worker (OB-3)."""

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, select

from services.core.errors import Forbidden
from services.notifications.models import DeliveryState, NotificationDelivery
from services.notifications.plan import ask
from services.work import Work

LOST = timedelta(minutes=30)  # past its moment, and no worker took it


def resume_deliveries(work: Work) -> int:
    """Ask again for every delivery that waits in vain; tell how many there were.

    A job that comes late after all finds the try made and does nothing.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    due = func.coalesce(
        col(NotificationDelivery.not_before), col(NotificationDelivery.asked_at)
    )
    query = (
        select(NotificationDelivery)
        .where(
            NotificationDelivery.state == DeliveryState.WAITING,
            due < work.now - LOST,
        )
        .with_for_update(skip_locked=True)
    )
    lost = work.session.exec(query).all()
    for delivery in lost:
        ask(work, delivery, work.now)
    return len(lost)
