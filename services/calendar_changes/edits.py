"""What a change of the calendar edits: days and weeks, read from the form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from services.calendars.models import DayKind
from services.calendars.overlay import read_week
from services.calendars.queries import DayEntry, Entries, WeekEntry
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.core.text import clean

LONGEST_NAME = 100
HOLIDAY, SWAP, OPEN, HOURS = "holiday", "swap", "open", "hours"
WHAT = (HOLIDAY, SWAP, OPEN, HOURS)


@dataclass(frozen=True)
class Edit:
    """One day or one week as it shall be; without `kind` and `week` no entry."""

    day: date
    kind: DayKind | None = None
    name: str = ""
    paid_for: date | None = None
    week: tuple[tuple[str, ...], ...] | None = None
    is_week: bool = False


EDITS = TypeAdapter(tuple[Edit, ...])


def store_edits(edits: tuple[Edit, ...]) -> list[dict[str, Any]]:
    """Write edits for the row; Any: JSON."""
    stored: list[dict[str, Any]] = EDITS.dump_python(edits, mode="json")
    return stored


def read_edits(stored: list[dict[str, Any]]) -> tuple[Edit, ...]:
    """Read edits back from the row; Any: JSON."""
    return EDITS.validate_python(stored, strict=False)


def parse_edits(form: Mapping[str, str]) -> tuple[Edit, ...]:
    """Read the form; every fault of it is said at once."""
    what, problems = form.get("what", ""), dict[str, str]()
    if what not in WHAT:
        raise RuleViolation({"what": "required"})
    day = _day(form, "day", problems)
    name = clean(form.get("name", ""))[:LONGEST_NAME]
    if what in (HOLIDAY, SWAP) and not name:
        problems["name"] = "required"
    free = _day(form, "free", problems) if what == SWAP else None
    if day and free and (day == free or free.weekday() == 6):
        problems["free"] = "swap_free_day"
    week = _week(form, problems) if what == HOURS else None
    if problems:
        raise RuleViolation(problems)
    assert day is not None
    made: dict[str, Callable[[], tuple[Edit, ...]]] = {
        HOLIDAY: lambda: (Edit(day, DayKind.HOLIDAY, name),),
        SWAP: lambda: _swap(day, free, name),
        OPEN: lambda: (Edit(day, DayKind.WORKED),),
        HOURS: lambda: (Edit(day, week=week, is_week=True),),
    }
    return made[what]()


def apply_edits(
    entries: Entries, owner: UUID | None, edits: tuple[Edit, ...]
) -> Entries:
    """Return the entries as they will be."""
    days = {(d.agency_id, d.day): d for d in entries.days}
    weeks = {(w.agency_id, w.valid_from): w for w in entries.weeks}
    for edit in edits:
        key = (owner, edit.day)
        if edit.is_week:
            weeks.pop(key, None)
            if edit.week is not None:
                weeks[key] = WeekEntry(owner, edit.day, edit.week)
            continue
        days.pop(key, None)
        if edit.kind is not None:
            days[key] = DayEntry(owner, edit.day, edit.kind, edit.name, edit.paid_for)
    return replace(entries, days=tuple(days.values()), weeks=tuple(weeks.values()))


def _swap(worked: date, free: date | None, name: str) -> tuple[Edit, ...]:
    assert free is not None
    swapped = Edit(worked, DayKind.SWAPPED, paid_for=free)
    return (Edit(free, DayKind.HOLIDAY, name), swapped)


def _day(form: Mapping[str, str], name: str, problems: dict[str, str]) -> date | None:
    try:
        return read_date(form.get(name, ""))
    except Unreadable as fault:
        problems[name] = str(fault.key)
        return None


def _week(
    form: Mapping[str, str], problems: dict[str, str]
) -> tuple[tuple[str, ...], ...] | None:
    """Read the hours of weekdays and of Saturday; an agency may leave them empty."""
    weekdays, saturday = _spans(form, "weekdays"), _spans(form, "saturday")
    if not weekdays and not saturday:
        return ()
    week = (weekdays,) * 5 + (saturday, ())
    try:
        read_week(week)
    except ValueError:
        problems["weekdays"] = "office_hours"
        return None
    return week


def _spans(form: Mapping[str, str], name: str) -> tuple[str, ...]:
    written = clean(form.get(name, "")).replace("–", "-").replace(" ", "")
    return tuple(part for part in written.split(",") if part)
