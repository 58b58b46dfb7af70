"""The bank's lines: read from where we left off, and taken when they are pushed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.integrations.bank_feed.port import BankEntry, BankFeed
from services.integrations.payment_gateways.port import NoticeRefused, RawNotice
from services.payments.match_transfer import GATEWAY, match_transfer
from services.payments.models import GatewayNotice
from services.payments.settlement_models import FeedCursor
from services.payments.take_notice import DAY, MOST_REFUSED
from services.work import Work

CURSOR = "bank_feed"
PAGE = 100
MOST_PAGES = 50  # of one run; the next one goes on from there


@dataclass(frozen=True)
class Place:
    """Where the reading stands, and whom to ask."""

    feed: BankFeed
    after: str


def read_feed(opener: Opener) -> int:
    """Take over what came since; return how many lines were read.

    Each line is a transaction of its own, and the cursor moves after them: killed
    in between, the same lines are read again and count no second time.
    """
    count = 0
    for _ in range(MOST_PAGES):
        place = opener(find_place)
        entries = place.feed.entries(place.after, PAGE)
        for entry in entries:
            opener(match_transfer, entry)
        if not entries or not opener(move_cursor, place.after, entries):
            break
        count += len(entries)
        if len(entries) < PAGE:
            break
    return count


def take_push(opener: Opener, notice: RawNotice) -> bool:
    """Take a line the bank pushes: kept as it came, then judged (PAY-3).

    False: it is not genuine, and nothing changed. What is genuine counts once,
    pushed or read.
    """
    notice_id = opener(keep_push, notice)
    entry = opener(judge_push, notice_id, notice)
    if entry is None:
        return False
    opener(match_transfer, entry)
    return True


def find_place(work: Work) -> Place:
    """Return where the reading stands."""
    if not work.actor.is_system:
        raise Forbidden("system")
    last = select(FeedCursor.last).where(FeedCursor.name == CURSOR)
    return Place(work.systems.bank_feed, work.session.exec(last).first() or "")


def move_cursor(work: Work, after: str, entries: Sequence[BankEntry]) -> bool:
    """Move on past a page; false when another worker was faster."""
    born = FeedCursor(name=CURSOR, last="", read_at=work.now).model_dump()
    work.session.connection().execute(
        insert(FeedCursor).values(**born).on_conflict_do_nothing()
    )
    query = select(FeedCursor).where(FeedCursor.name == CURSOR).with_for_update()
    cursor = work.session.exec(query).one()
    if cursor.last != after:
        return False
    cursor.last, cursor.read_at = entries[-1].cursor, work.now
    work.session.add(cursor)
    return True


def keep_push(work: Work, notice: RawNotice) -> UUID:
    """Keep what was pushed, byte by byte; nobody believes it yet."""
    row = GatewayNotice(
        gateway=GATEWAY,
        received_at=work.now,
        method=notice.method[:10],
        content_type=notice.content_type.replace("\0", "")[:200],
        body=notice.body,
    )
    work.session.add(row)
    return row.id


def judge_push(work: Work, notice_id: UUID, notice: RawNotice) -> BankEntry | None:
    """Return the line of a genuine push; a forged one leaves its verdict alone."""
    row = work.session.get_one(GatewayNotice, notice_id)
    work.session.add(row)
    try:
        entry = work.systems.bank_feed.read_notice(notice, work.now)
    except NoticeRefused as refusal:
        row.verdict = refusal.fault.value
        if _is_flood(work):
            work.session.delete(row)
        return None
    row.verdict, row.kind = "ok", "paid"
    return entry


def _is_flood(work: Work) -> bool:
    """Tell whether more forged pushes were kept today than anybody will read."""
    forged = select(GatewayNotice.id).where(
        GatewayNotice.gateway == GATEWAY,
        GatewayNotice.kind == "",
        col(GatewayNotice.received_at) > work.now - DAY,
    )
    kept = select(func.count()).select_from(forged.limit(MOST_REFUSED + 1).subquery())
    return work.session.exec(kept).one() > MOST_REFUSED
