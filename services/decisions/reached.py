"""Whether what a person must know of a dossier reached them on any channel (O06)."""

from typing import Any

from sqlmodel import and_, col, func, select

from services.dossiers.models import Dossier
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
    Subject,
)

MUST_REACH = (
    Subject.SUPPLEMENT_ASKED,
    Subject.SUPPLEMENT_DUE,
    Subject.REFUSED,
    Subject.STOPPED,
    Subject.EXTENDED,
    Subject.APOLOGISED,
)


def is_unreached() -> Any:  # Any: a scalar of SQL
    """Say of a dossier whether the latest such message failed on every channel.

    What is read in the portal has arrived, however its messages fared. Null: nothing
    was ever sent.
    """
    all_failed = (
        select(func.bool_and(col(NotificationDelivery.state) == DeliveryState.FAILED))
        .where(
            NotificationDelivery.notification_id == Notification.id,
            NotificationDelivery.state != DeliveryState.SKIPPED,
        )
        .correlate(Notification)
        .scalar_subquery()
    )
    return (
        select(and_(col(Notification.read_at).is_(None), all_failed))
        .where(
            Notification.reference == Dossier.id,
            Notification.account_id == Dossier.account_id,
            col(Notification.subject).in_(MUST_REACH),
        )
        .order_by(col(Notification.at).desc())
        .limit(1)
        .correlate(Dossier)
        .scalar_subquery()
    )
