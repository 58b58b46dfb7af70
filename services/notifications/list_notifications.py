"""List what a person was told (C24): unread first, by dossier."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.channels import Channel, contact_for
from services.accounts.models import Account, SecurityNotice
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
    Sort,
    Subject,
)
from services.notifications.plan import muted_sorts
from services.notifications.queries import Line, all_lines, deliveries_of, page_of
from services.notifications.rules import SORTS
from services.notifications.views import DeliveryLine, NoticeLine, NoticePage
from services.work import Work

PAGE = 20
OUTSIDE = (Channel.ZALO, Channel.SMS, Channel.EMAIL)


def list_notifications(work: Work, sort: Sort | None, page: int) -> NoticePage:
    """Return one page of twenty, of one kind or of all."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    counts, unread = _counts(work, account.id)
    total = counts[sort] if sort else sum(counts.values())
    page = min(max(page, 1), max(1, -(-total // PAGE)))
    lines = all_lines(account.id, {sort} if sort else set(Sort))
    found = page_of(work.session, lines, (page - 1) * PAGE, PAGE)
    return NoticePage(
        lines=tuple(_read(work, found)),
        page=page,
        total=total,
        counts=counts,
        unread=unread,
        muted=frozenset(muted_sorts(work, account.id)),
        channels=tuple(one for one in OUTSIDE if contact_for(account, one)),
    )


def _counts(work: Work, account_id: UUID) -> tuple[dict[Sort, int], int]:
    """Count each kind, and what is unread of all."""
    unread = func.count().filter(col(Notification.read_at).is_(None))
    query = (
        select(Notification.subject, func.count(), unread)
        .where(Notification.account_id == account_id)
        .group_by(col(Notification.subject))
    )
    counts, waiting = dict.fromkeys(Sort, 0), 0
    for subject, count, new in work.session.exec(query):
        counts[SORTS[Subject(subject)]] += count
        waiting += new
    unseen = func.count().filter(col(SecurityNotice.seen_at).is_(None))
    noticed = select(func.count(), unseen).where(
        SecurityNotice.account_id == account_id
    )
    count, new = work.session.exec(noticed).one()
    counts[Sort.SYSTEM] += count
    return counts, waiting + new


def _read(work: Work, found: Sequence[Line]) -> list[NoticeLine]:
    """Read the rows of the page, in its order, in two statements and one more."""
    told_ids = [line.id for line in found if not line.is_notice]
    notice_ids = [line.id for line in found if line.is_notice]
    session = work.session
    told = select(Notification).where(col(Notification.id).in_(told_ids))
    noticed = select(SecurityNotice).where(col(SecurityNotice.id).in_(notice_ids))
    by_id = {row.id: row for row in session.exec(told)} if told_ids else {}
    notices = {row.id: row for row in session.exec(noticed)} if notice_ids else {}
    carried = deliveries_of(session, told_ids) if told_ids else {}
    return [
        _of_account(notices[line.id])
        if line.is_notice
        else _of_dossier(by_id[line.id], carried.get(line.id, ()))
        for line in found
    ]


def _of_dossier(
    told: Notification, deliveries: Sequence[NotificationDelivery]
) -> NoticeLine:
    return NoticeLine(
        id=told.id,
        sort=SORTS[told.subject],
        subject=told.subject,
        kind="",
        at=told.at,
        is_unread=told.read_at is None,
        reference=told.reference,
        path=told.path,
        facts=dict(told.facts),
        deliveries=tuple(
            DeliveryLine(
                channel=Channel(one.channel),
                state=one.state,
                at=one.sent_at or one.not_before or one.tried_at,
                fault=one.fault,
                is_asked=one.is_asked,
            )
            for one in deliveries
            if one.state not in (DeliveryState.RESERVE, DeliveryState.SKIPPED)
        ),
    )


def _of_account(notice: SecurityNotice) -> NoticeLine:
    return NoticeLine(
        id=notice.id,
        sort=Sort.SYSTEM,
        subject=None,
        kind=notice.kind,
        at=notice.at,
        is_unread=notice.seen_at is None,
        reference=None,
        path="",
        facts=dict(notice.facts),
        deliveries=(),
    )
