"""Reads of notifications: one's own alone, the account's security notices among them."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, cast, func, literal, null, union_all
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from services.accounts.models import SecurityNotice
from services.core.errors import NotFound
from services.notifications.models import (
    Notification,
    NotificationDelivery,
    Sort,
)
from services.notifications.rules import SORTS
from services.work import Work

Line = Any  # a row of `page_of`: id, is_notice, at, is_unread


def own_notification(work: Work, notification_id: UUID) -> Notification:
    """Return the actor's notification, locked; one answer for “not yours”, “not there”."""
    query = select(Notification).where(
        Notification.id == notification_id,
        Notification.account_id == work.actor.require_citizen(),
    )
    found = work.session.exec(
        query.with_for_update().execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise NotFound("notification")
    return found


def all_lines(account_id: UUID, sorts: Collection[Sort]) -> Any:
    """Return one table of both: what is told of dossiers, and of the account itself.

    A security notice stays where it is kept; it is read from there, never copied.
    """
    # Any: a subquery, whose type would name its columns.
    subjects = [subject for subject, sort in SORTS.items() if sort in sorts]
    told: Any = columns_of(
        col(Notification.id).label("id"),
        literal(False).label("is_notice"),
        col(Notification.at).label("at"),
        col(Notification.read_at).is_(None).label("is_unread"),
        col(Notification.reference).label("reference"),
    ).where(
        col(Notification.account_id) == account_id,
        col(Notification.subject).in_(subjects),
    )
    if Sort.SYSTEM not in sorts:
        return told.subquery()
    noticed: Any = columns_of(
        col(SecurityNotice.id),
        literal(True),
        col(SecurityNotice.at),
        col(SecurityNotice.seen_at).is_(None),
        cast(null(), Uuid),
    ).where(col(SecurityNotice.account_id) == account_id)
    return union_all(told, noticed).subquery()


def page_of(session: Session, lines: Any, offset: int, limit: int) -> Sequence[Line]:
    """Return a page, unread first, what belongs to one dossier together, newest first."""
    columns = lines.c
    group = func.coalesce(cast(columns.reference, String), cast(columns.id, String))
    latest = func.max(columns.at).over(partition_by=[columns.is_unread, group])
    query = (
        select(columns.id, columns.is_notice, columns.at, columns.is_unread)
        .order_by(
            columns.is_unread.desc(),
            latest.desc(),
            group,
            columns.at.desc(),
            columns.id,
        )
        .offset(offset)
        .limit(limit)
    )
    return session.execute(query).all()


def deliveries_of(
    session: Session, notification_ids: Collection[UUID]
) -> dict[UUID, list[NotificationDelivery]]:
    """Return how far each of these got, in the order tried."""
    query = (
        select(NotificationDelivery)
        .where(col(NotificationDelivery.notification_id).in_(notification_ids))
        .order_by(col(NotificationDelivery.position))
    )
    found: dict[UUID, list[NotificationDelivery]] = {}
    for row in session.exec(query):
        found.setdefault(row.notification_id, []).append(row)
    return found
