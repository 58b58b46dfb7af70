"""The working calendar of an office: the law's days, the profile's, those entered."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from services.calendars.memory import memory
from services.calendars.overlay import overlay, read_span
from services.calendars.queries import Entries, calendar_entries
from services.core.clock import local_day
from services.core.working_days import (
    OfficeHours,
    WorkCalendar,
    default_holidays,
    default_swapped_days,
)
from services.work import Work

# A time limit may run into the years that follow; none runs longer than this.
YEARS_AHEAD = 3
CACHE = "work_calendars"


def work_calendar(work: Work, agency_id: UUID | None = None) -> WorkCalendar:
    """Return the calendar by which promises of this agency are counted now.

    What administrators entered (A06) lies on top of `plain_calendar`: first the
    province's days and hours, then the agency's own. One statement a transaction.
    """
    return _calendar(work, calendar_entries(work.session), agency_id)


def shown_calendar(work: Work, agency_id: UUID | None = None) -> WorkCalendar:
    """Return the same calendar for a page that only shows what is left of a time.

    A process that hears of changes as they are committed reads it once: pages cost
    no statement for it. What is promised is always counted by `work_calendar`.
    """
    entries, heard = memory.entries, memory.heard
    if entries is None:
        entries = calendar_entries(work.session)
        memory.keep(entries, heard)
    return _calendar(work, entries, agency_id)


def _calendar(work: Work, entries: Entries, agency_id: UUID | None) -> WorkCalendar:
    known = work.session.info.get(CACHE)
    if known is None or known[0] is not entries:
        known = work.session.info[CACHE] = (entries, {})
    made: dict[object, WorkCalendar] = known[1]
    key = (agency_id, local_day(work.now).year)
    if key not in made:
        made[key] = overlay(plain_calendar(work), entries, agency_id)
    return made[key]


def plain_calendar(work: Work) -> WorkCalendar:
    """Return the calendar before anybody entered anything.

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
    week = tuple(map(read_span, stated.get("weekdays", [])))
    saturday = tuple(map(read_span, stated.get("saturday", [])))
    return OfficeHours((week,) * 5 + (saturday, ()))


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
