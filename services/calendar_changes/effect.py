"""What a change of the calendar does to dates promised already (A06)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlmodel import col

from services.calendar_changes.edits import Edit, apply_edits
from services.calendars.models import DayKind
from services.calendars.overlay import overlay
from services.calendars.queries import calendar_entries
from services.core.clock import ZONE, local
from services.core.work_calendar import ONE_DAY, WorkCalendar
from services.core.working_days import working_days_between
from services.dossiers.calendar import plain_calendar, work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import TimeUnit
from services.work import Work

EXAMPLES = 5
# What is promised and not yet kept; paused dossiers get their date when they go on.
RUNNING = (DossierStatus.RECEIVED, DossierStatus.PROCESSING)
BY_CALENDAR = (TimeUnit.CALENDAR_DAY, TimeUnit.MONTH)


@dataclass(frozen=True)
class Moved:
    """One dossier whose date would be another."""

    dossier_id: UUID
    code: str
    before: datetime
    after: datetime


@dataclass(frozen=True)
class Effect:
    """How many running dossiers would get another date, with examples."""

    running: int = 0
    later: int = 0
    earlier: int = 0
    examples: tuple[Moved, ...] = ()


EFFECT = TypeAdapter(Effect)


def effect_of(work: Work, owner: UUID | None, edits: tuple[Edit, ...]) -> Effect:
    """Count whom the change would touch; nothing is written."""
    moved = list(moved_by(work, owner, edits))
    changed = [one for one in moved if one.after != one.before]
    later = [one for one in changed if one.after > one.before]
    return Effect(
        running=len(moved),
        later=len(later),
        earlier=len(changed) - len(later),
        examples=tuple((later or changed)[:EXAMPLES]),
    )


def moved_by(
    work: Work, owner: UUID | None, edits: tuple[Edit, ...]
) -> Iterator[Moved]:
    """Yield every running dossier with its date before and after the change."""
    after_entries = apply_edits(calendar_entries(work.session), owner, edits)
    plain, known = plain_calendar(work), dict[UUID | None, WorkCalendar]()
    for row in work.session.execute(_running(work, owner)):
        calendar = known.get(row.agency_id)
        if calendar is None:
            calendar = overlay(plain, after_entries, row.agency_id)
            known[row.agency_id] = calendar
        before = work_calendar(work, row.agency_id)
        after = promised_after((before, calendar), work.now, row.due_at, row.unit or "")
        yield Moved(row.id, row.code or "", row.due_at, after)


def promised_after(
    calendars: tuple[WorkCalendar, WorkCalendar],
    now: datetime,
    due_at: datetime,
    unit: str,
) -> datetime:
    """Return the date as it would be counted by the other calendar.

    As many working days from today as there were; a limit in calendar days or
    months ends where it ended, moved on when that day is free now.
    """
    before, after = calendars
    due_day = local(due_at).date()
    if unit in BY_CALENDAR:
        is_open = after.is_working_day(due_day)
        day = due_day if is_open else after.next_working_day(due_day)
    else:
        day = _nth(after, local(now).date(), working_days_between(before, now, due_at))
    return due_at if day == due_day else _at(after, day, due_at)


def closed_days(edits: tuple[Edit, ...]) -> list[Edit]:
    """Return the edits that close a day."""
    return [edit for edit in edits if edit.kind is DayKind.HOLIDAY]


def _nth(calendar: WorkCalendar, day: date, number: int) -> date:
    """Return the n-th working day after the day; the day itself when it is today."""
    for _ in range(number):
        day = calendar.next_working_day(day)
    while not calendar.is_working_day(day):
        day += ONE_DAY
    return day


def _at(calendar: WorkCalendar, day: date, due_at: datetime) -> datetime:
    """Return the same time of that day, within its office hours."""
    wanted = datetime.combine(day, local(due_at).time(), ZONE)
    if calendar.is_open(wanted):
        return wanted.astimezone(due_at.tzinfo)
    return calendar.closing(day).astimezone(due_at.tzinfo)


def _running(work: Work, owner: UUID | None) -> Any:  # Any: a statement of columns
    query: Any = select(
        col(Dossier.id),
        col(Dossier.code),
        col(Dossier.agency_id),
        col(Dossier.due_at),
        col(Dossier.frozen)["time_limit_unit"].astext.label("unit"),
    ).where(
        col(Dossier.status).in_(RUNNING),
        col(Dossier.due_at) > work.now,
        ~col(Dossier.is_bundle),
    )
    if owner is not None:
        query = query.where(Dossier.agency_id == owner)
    return query.order_by(col(Dossier.due_at))
