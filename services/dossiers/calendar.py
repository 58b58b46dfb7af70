"""The working calendar of this province: hours of its profile, holidays of the year."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any

from services.core.clock import local_day
from services.core.working_days import (
    OfficeHours,
    Span,
    WorkCalendar,
    default_holidays,
    default_swapped_days,
)
from services.work import Work

# A time limit may run into the years that follow; none runs longer than this.
YEARS_AHEAD = 3


def work_calendar(work: Work) -> WorkCalendar:
    """Return the calendar that promises made now are counted by.

    The profile's `[calendar]` may state hours, further holidays and swapped days,
    as the province announces them; the rest is the law's (contracts 8.3).
    """
    own: Mapping[str, Any] = work.province.profile.get("calendar", {})  # Any: TOML
    year = local_day(work.now).year
    holidays, swapped = _years(year - 1, year + YEARS_AHEAD)
    return WorkCalendar(
        hours=office_hours(own.get("hours", {})),
        holidays={**holidays, **_days(own.get("holidays", {}))},
        swapped={**swapped, **_swaps(own.get("swapped", {}))},
    )


def office_hours(stated: Mapping[str, list[str]]) -> OfficeHours:
    """Read hours such as `weekdays = ["07:00-11:30", "13:30-17:00"]`."""
    if not stated:
        return OfficeHours()
    week = _spans(stated.get("weekdays", []))
    saturday = _spans(stated.get("saturday", []))
    return OfficeHours((week,) * 5 + (saturday, ()))


def _spans(written: list[str]) -> tuple[Span, ...]:
    ends = (span.split("-") for span in written)
    return tuple(Span(time.fromisoformat(a), time.fromisoformat(b)) for a, b in ends)


@cache
def _years(first: int, last: int) -> tuple[dict[date, str], dict[date, date]]:
    years = range(first, last + 1)
    return default_holidays(years), default_swapped_days(years)


def _days(stated: Mapping[str, str]) -> dict[date, str]:
    return {_day(day): name for day, name in stated.items()}


def _swaps(stated: Mapping[str, str | date]) -> dict[date, date]:
    return {_day(worked): _day(free) for worked, free in stated.items()}


def _day(written: str | date) -> date:
    if isinstance(written, datetime):
        return written.date()
    return written if isinstance(written, date) else date.fromisoformat(written)
