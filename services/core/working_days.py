"""The promise of a date (ngày hẹn trả): counting time limits in office time."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from services.core.clock import ZONE, local, local_day
from services.core.promises import (
    LineKind,
    Promise,
    PromiseLine,
    advance,
    aware,
    counted,
    day_zero,
    defer,
    due,
    move_off,
    received,
)
from services.core.work_calendar import (
    ONE_DAY,
    OfficeHours,
    Span,
    WorkCalendar,
    default_calendar,
    default_holidays,
    default_swapped_days,
)

__all__ = [
    "LineKind",
    "OfficeHours",
    "Promise",
    "PromiseLine",
    "Span",
    "TimeUnit",
    "WorkCalendar",
    "add_days",
    "add_months",
    "add_working_days",
    "add_working_hours",
    "default_calendar",
    "default_holidays",
    "default_swapped_days",
    "promise",
    "promise_in_hours",
    "working_days_between",
    "working_hours_between",
]

# Ten years: no procedure promises later, and a slip of the keyboard stops here.
LONGEST_LIMIT = 3660


class TimeUnit(StrEnum):
    """What a time limit (thời hạn giải quyết) is counted in."""

    WORKING_DAY = "working_day"
    WORKING_HOUR = "working_hour"
    DAY = "day"
    MONTH = "month"


def add_working_days(
    calendar: WorkCalendar,
    received_at: datetime,
    days: int,
    cut_off: time | None = None,
) -> Promise:
    """Promise the closing of the n-th working day after the day of receipt.

    The day of receipt is day 0; what comes after closing, or after the procedure's
    own cut-off, is received the next working day (contracts 8.3; decree 118/2025).
    """
    _check(days)
    day, lines = day_zero(calendar, received_at, cut_off)
    if not days:
        lines[-1] = PromiseLine(LineKind.SAME_DAY, day)
    for number in range(1, days + 1):
        day, passed = advance(calendar, day)
        lines += [*passed, counted(calendar, day, number)]
    return due(calendar.closing(day), lines)


def add_days(calendar: WorkCalendar, received_at: datetime, days: int) -> Promise:
    """Promise the n-th calendar day, moved on when the office is closed that day."""
    _check(days)
    day, lines = day_zero(calendar, received_at)
    return _ending_on(calendar, day, day + timedelta(days=days), lines)


def add_months(calendar: WorkCalendar, received_at: datetime, months: int) -> Promise:
    """Promise the same day n months on, or the month's last (Civil Code, Art. 148)."""
    _check(months * 31)
    day, lines = day_zero(calendar, received_at)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = following - ONE_DAY
    end = last.replace(day=min(day.day, last.day))
    return _ending_on(calendar, day, end, lines)


def promise_in_hours(
    calendar: WorkCalendar, received_at: datetime, hours: float
) -> Promise:
    """Promise the moment so many office hours after receipt; nights do not count."""
    left = timedelta(hours=hours)
    _check(left.days)
    start = local(aware(received_at))
    day, lines = start.date(), [received(start)]
    if not calendar.is_working_day(day) or start > calendar.closing(day):
        day, passed = defer(calendar, start)
        lines += passed
    while True:
        end, rest = _use_day(calendar, day, start, left)
        if left > rest:
            lines.append(PromiseLine(LineKind.COUNTED, day, worked=left - rest))
        if end is not None:
            return due(end, lines)
        left = rest
        day, passed = advance(calendar, day)
        lines += passed


def add_working_hours(
    calendar: WorkCalendar, start: datetime, hours: float
) -> datetime:
    """Return the moment so many office hours after the start."""
    return promise_in_hours(calendar, start, hours).due_at


def promise(
    calendar: WorkCalendar, received_at: datetime, amount: int, unit: TimeUnit
) -> Promise:
    """Promise a date for a time limit in whichever unit the procedure states."""
    return COUNTERS[unit](calendar, received_at, amount)


def working_hours_between(
    calendar: WorkCalendar, start: datetime, end: datetime
) -> timedelta:
    """Return the office time from start to end; negative when end comes first."""
    if aware(end) < aware(start):
        return -working_hours_between(calendar, end, start)
    whole = calendar.working_time(local_day(start), local_day(end))
    return whole + calendar.worked_before(end) - calendar.worked_before(start)


def working_days_between(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Return how many working days follow the day of start, up to the day of end."""
    if aware(end) < aware(start):
        return -working_days_between(calendar, end, start)
    return calendar.working_days(local_day(start) + ONE_DAY, local_day(end) + ONE_DAY)


COUNTERS: Mapping[TimeUnit, Callable[[WorkCalendar, datetime, int], Promise]] = {
    TimeUnit.WORKING_DAY: add_working_days,
    TimeUnit.WORKING_HOUR: promise_in_hours,
    TimeUnit.DAY: add_days,
    TimeUnit.MONTH: add_months,
}


def _check(days: int) -> None:
    if not 0 <= days <= LONGEST_LIMIT:
        raise ValueError(f"a time limit lies between 0 and {LONGEST_LIMIT} days")


def _ending_on(
    calendar: WorkCalendar, zero: date, end: date, lines: list[PromiseLine]
) -> Promise:
    number = (end - zero).days
    if number:
        lines.append(PromiseLine(LineKind.COUNTED, zero + ONE_DAY, end, number=number))
    day, moved = move_off(calendar, end)
    return due(calendar.closing(day), [*lines, *moved])


def _use_day(
    calendar: WorkCalendar, day: date, start: datetime, left: timedelta
) -> tuple[datetime | None, timedelta]:
    """Spend a day's office time; return the end if it is reached, and what is left."""
    for span in calendar.spans_on(day):
        begin = max(start, datetime.combine(day, span.start, ZONE))
        room = datetime.combine(day, span.end, ZONE) - begin
        if room < timedelta(0):
            continue
        if left <= room:
            return begin + left, timedelta(0)
        left -= room
    return None, left
