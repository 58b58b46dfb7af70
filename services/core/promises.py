"""The promise of a date and its account: why is it this day? (Vì sao là ngày này?)"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from services.core.clock import local
from services.core.work_calendar import WorkCalendar


class LineKind(StrEnum):
    """One step in the account of why it is this date."""

    RECEIVED = "received"  # at
    AFTER_HOURS = "after_hours"  # received on `day` past closing, counts as `until`
    AFTER_CUT_OFF = "after_cut_off"  # received on `day` past `clock`, → `until`
    DAY_ZERO = "day_zero"  # day
    SAME_DAY = "same_day"  # day of receipt, on which the result is due as well
    COUNTED = "counted"  # day is the number-th; or day…until; or worked in hours
    SWAPPED = "swapped"  # as COUNTED, a rest day worked for the day off `until`
    SKIPPED_WEEKEND = "skipped_weekend"  # day, perhaps until
    SKIPPED_HOLIDAY = "skipped_holiday"  # day, name
    PAUSED = "paused"  # a supplement was waited for from `day` to `until`, `worked`
    PAYMENT = "payment"  # as PAUSED, a payment was waited for
    SUSPENDED = "suspended"  # as PAUSED, the office itself had to wait
    TRANSFERRED = "transferred"  # as PAUSED, on its way to the right unit
    EXTENDED = "extended"  # on `day` the office asked for longer, until `until`
    CALENDAR = "calendar"  # `day` became free after the promise (`name`), so `until`
    MOVED = "moved"  # the count ended on the free `day`, so it is `until`
    DUE = "due"  # at


@dataclass(frozen=True)
class PromiseLine:
    """A step of the account in facts; the wording makes a sentence of it."""

    kind: LineKind
    day: date
    until: date | None = None
    at: datetime | None = None
    number: int = 0
    name: str = ""
    clock: time | None = None
    worked: timedelta | None = None


@dataclass(frozen=True)
class Promise:
    """The moment promised and, line by line, how it came about."""

    due_at: datetime
    lines: tuple[PromiseLine, ...]


def aware(moment: datetime) -> datetime:
    """Refuse a moment without a zone: it could be read two ways."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone could be read two ways")
    return moment


def day_zero(
    calendar: WorkCalendar, received_at: datetime, cut_off: time | None = None
) -> tuple[date, list[PromiseLine]]:
    """Return the day that counts as the day of receipt, and how it was found."""
    here = local(aware(received_at))
    day, lines = here.date(), [received(here)]
    late = cut_off is not None and here.time() >= cut_off
    if late or not calendar.is_working_day(day) or here > calendar.closing(day):
        day, passed = defer(calendar, here, cut_off)
        lines += passed
    return day, [*lines, PromiseLine(LineKind.DAY_ZERO, day)]


def defer(
    calendar: WorkCalendar, here: datetime, cut_off: time | None = None
) -> tuple[date, list[PromiseLine]]:
    """Go to the working day on which a late arrival is taken as received."""
    day = here.date()
    following, passed = advance(calendar, day)
    if not calendar.is_working_day(day):
        return following, _merged([_free(calendar, day), *passed])
    if here > calendar.closing(day):
        late = PromiseLine(LineKind.AFTER_HOURS, day, until=following)
    else:
        late = PromiseLine(LineKind.AFTER_CUT_OFF, day, until=following, clock=cut_off)
    return following, [late, *passed]


def advance(calendar: WorkCalendar, day: date) -> tuple[date, list[PromiseLine]]:
    """Return the next working day and the free days passed on the way."""
    following = calendar.next_working_day(day)
    between = (day + timedelta(days=i) for i in range(1, (following - day).days))
    return following, _merged([_free(calendar, free) for free in between])


def move_off(calendar: WorkCalendar, day: date) -> tuple[date, list[PromiseLine]]:
    """Return the day itself, or the next working day when it is free, and why."""
    if calendar.is_working_day(day):
        return day, []
    following, passed = advance(calendar, day)
    moved = PromiseLine(LineKind.MOVED, day, until=following)
    return following, [*_merged([_free(calendar, day), *passed]), moved]


def received(here: datetime) -> PromiseLine:
    """Open the account with the moment of receipt."""
    return PromiseLine(LineKind.RECEIVED, here.date(), at=here.astimezone(UTC))


def counted(calendar: WorkCalendar, day: date, number: int) -> PromiseLine:
    """Count a working day, and say so when it is a rest day worked by decision."""
    if day in calendar.swapped:
        free = calendar.swapped[day]
        return PromiseLine(LineKind.SWAPPED, day, until=free, number=number)
    return PromiseLine(LineKind.COUNTED, day, number=number)


def due(due_at: datetime, lines: list[PromiseLine]) -> Promise:
    """Close the account with the moment promised."""
    moment = due_at.astimezone(UTC)
    line = PromiseLine(LineKind.DUE, due_at.date(), at=moment)
    return Promise(moment, (*lines, line))


def _free(calendar: WorkCalendar, day: date) -> PromiseLine:
    if day in calendar.holidays:
        name = calendar.holidays[day]
        return PromiseLine(LineKind.SKIPPED_HOLIDAY, day, name=name)
    return PromiseLine(LineKind.SKIPPED_WEEKEND, day)


def _merged(lines: list[PromiseLine]) -> list[PromiseLine]:
    """Say Saturday and Sunday in one line, as a person would."""
    merged: list[PromiseLine] = []
    for line in lines:
        last = merged[-1] if merged else None
        if last and (last.kind, last.name) == (line.kind, line.name):
            merged[-1] = replace(last, until=line.day)
        else:
            merged.append(line)
    return merged
