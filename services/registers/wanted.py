"""What a register or a report is asked to hold; every text comes from an address."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from pydantic import TypeAdapter

from services.core.clock import ZONE, local_day
from services.core.errors import RuleViolation

ONE_DAY = timedelta(days=1)
LONGEST_PERIOD = timedelta(days=3 * 366)
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class RegisterWanted:
    """Filters of one list; the days are of the province, both included."""

    from_day: date | None = None  # without: the month under way
    to_day: date | None = None
    figure: str = ""  # one of Figure: the list behind a number
    procedure: str = ""  # code
    sector: str = ""  # code
    channel: str = ""
    receiver: str = ""  # account id of who received it
    handler: str = ""  # of who appraises it
    month: str = ""  # of reception, as 2026-11
    cause: str = ""  # of lateness


@dataclass(frozen=True)
class Span:
    """A period as moments: from `since`, before `until`; counted as things stood `at`."""

    first: date
    last: date
    since: datetime
    until: datetime
    at: datetime


WANTED = TypeAdapter(RegisterWanted)


def span_of(wanted: RegisterWanted, now: datetime) -> Span:
    """Return the period asked for, or refuse days that make none."""
    today = local_day(now)
    first = wanted.from_day or today.replace(day=1)
    last = wanted.to_day or max(first, today)
    if last < first:
        raise RuleViolation({"to_day": "period_backwards"})
    if last - first > LONGEST_PERIOD or first < FIRST_DAY:
        raise RuleViolation({"from_day": "period_too_long"})
    since, until = _midnight(first), _midnight(last + ONE_DAY)
    return Span(first, last, since, until, min(until, now))


def last_period(wanted: RegisterWanted, today: date, is_month: bool) -> RegisterWanted:
    """Return the same list for the week or the month that has just ended."""
    if is_month:
        last = today.replace(day=1) - ONE_DAY
        return replace(wanted, from_day=last.replace(day=1), to_day=last)
    monday = today - timedelta(days=today.weekday())
    return replace(wanted, from_day=monday - timedelta(days=7), to_day=monday - ONE_DAY)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE).astimezone(UTC)
