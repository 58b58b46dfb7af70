"""One calendar of several layers: the law's, the province's, the agency's (A06)."""

from collections.abc import Iterable
from datetime import date, time
from uuid import UUID

from services.calendars.models import DayKind
from services.calendars.queries import DayEntry, Entries, WeekEntry
from services.core.work_calendar import OfficeHours, Span, WorkCalendar


def overlay(
    base: WorkCalendar, entries: Entries, agency_id: UUID | None
) -> WorkCalendar:
    """Return the base with the province's entries, and the agency's on top."""
    holidays, swapped = dict(base.holidays), dict(base.swapped)
    owners = (None,) if agency_id is None else (None, agency_id)
    for owner in owners:
        for entry in entries.days:
            if entry.agency_id == owner:
                _enter(entry, holidays, swapped)
    hours, later = _hours(base.hours, entries.weeks, agency_id)
    return WorkCalendar(hours, holidays, swapped, later)


def read_week(week: Iterable[Iterable[str]]) -> OfficeHours:
    """Read seven lists of stretches such as "07:00-11:30"."""
    return OfficeHours(tuple(tuple(map(read_span, spans)) for spans in week))


def read_span(written: str) -> Span:
    """Read one stretch of office time."""
    start, end = written.split("-")
    return Span(time.fromisoformat(start.strip()), time.fromisoformat(end.strip()))


def write_week(hours: OfficeHours) -> list[list[str]]:
    """Write the hours as the table keeps them."""
    return [[f"{s.start:%H:%M}-{s.end:%H:%M}" for s in spans] for spans in hours.week]


def _enter(
    entry: DayEntry, holidays: dict[date, str], swapped: dict[date, date]
) -> None:
    """Let one entry replace whatever was said of that day."""
    holidays.pop(entry.day, None)
    swapped.pop(entry.day, None)
    if entry.kind is DayKind.HOLIDAY:
        holidays[entry.day] = entry.name
    elif entry.kind is DayKind.SWAPPED and entry.paid_for:
        swapped[entry.day] = entry.paid_for


def _hours(
    usual: OfficeHours, weeks: tuple[WeekEntry, ...], agency_id: UUID | None
) -> tuple[OfficeHours, tuple[tuple[date, OfficeHours], ...]]:
    """Return the hours of old and each change; an agency's own go before all."""
    mine = [w for w in weeks if agency_id is not None and w.agency_id == agency_id]
    whole = [w for w in weeks if w.agency_id is None]
    changes: list[tuple[date, OfficeHours]] = []
    for day in sorted({w.valid_from for w in (*mine, *whole)}):
        own = _latest(mine, day)
        week = own.week if own and own.week else None
        if week is None:
            common = _latest(whole, day)
            week = common.week if common and common.week else None
        changes.append((day, read_week(week) if week else usual))
    return usual, tuple(changes)


def _latest(weeks: list[WeekEntry], day: date) -> WeekEntry | None:
    in_force = [week for week in weeks if week.valid_from <= day]
    return max(in_force, key=lambda week: week.valid_from, default=None)
