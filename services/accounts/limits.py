"""How often a code may be sent: to one phone, from one address, in all (AU-7)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import col, select

from services.accounts.models import CodeRequest, OneTimeCode
from services.core.errors import TooMany
from services.work import Work

COOL_DOWN = timedelta(seconds=60)
TEN_MINUTES, DAY = timedelta(minutes=10), timedelta(days=1)
LOCK = 7_206_001  # one sender counts at a time, or 100 at once would all pass


@dataclass(frozen=True)
class Limit:
    """So many codes within a window, for all rows with the same value."""

    count: int
    window: timedelta


PER_PHONE = (Limit(1, COOL_DOWN), Limit(5, TEN_MINUTES), Limit(20, DAY))
PER_ADDRESS = (Limit(5, TEN_MINUTES),)
PROVINCE = Limit(20_000, DAY)  # what the message budget bears on its worst day


def check_limits(work: Work, target: str = "", name_key: str = "") -> None:
    """Refuse to send one more code, saying when the next may be asked for.

    A code asked for by a name is counted by that name: what is known of the
    phone behind it would tell that there is one (AU-4).
    """
    work.session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": LOCK})
    address = work.actor.address
    waits = [
        target_reopens(work, target),
        *(_reopens(work, limit, *_named(name_key)) for limit in PER_PHONE if name_key),
        *(
            _reopens(work, limit, OneTimeCode.network_address == address)
            for limit in PER_ADDRESS
            if address
        ),
        _reopens(work, PROVINCE),
    ]
    if until := max((wait for wait in waits if wait), default=None):
        raise TooMany(until)


def target_reopens(work: Work, target: str) -> datetime | None:
    """Return when this phone or email may get its next code, if not now."""
    if not target:
        return None
    waits = [_reopens(work, each, OneTimeCode.phone == target) for each in PER_PHONE]
    return max((wait for wait in waits if wait), default=None)


def _named(name_key: str) -> tuple[Any, ...]:
    # Any: conditions on columns, which mypy takes for booleans.
    asked = select(CodeRequest.id).where(CodeRequest.name_key == name_key)
    return (col(OneTimeCode.request_id).in_(asked),)


def _reopens(work: Work, limit: Limit, *of: Any) -> datetime | None:
    # Any: as above. The limit is full while the n-th code from the end is inside
    # the window.
    since = work.now - limit.window
    sent = select(OneTimeCode.sent_at).where(col(OneTimeCode.sent_at) > since, *of)
    oldest = sent.order_by(col(OneTimeCode.sent_at).desc()).offset(limit.count - 1)
    found = work.session.exec(oldest.limit(1)).first()
    return found + limit.window if found else None
