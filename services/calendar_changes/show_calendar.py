"""Show a year of an office: its days, its hours, what waits and what was changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.calendar_changes.edits import Edit, read_edits
from services.calendar_changes.effect import EFFECT, Effect
from services.calendars.models import CalendarChange, ChangeState
from services.calendars.queries import calendar_entries
from services.core.clock import local_day
from services.core.work_calendar import OfficeHours, WorkCalendar
from services.dossiers.calendar import work_calendar
from services.procedures.models import Agency
from services.processing.queries import names_of
from services.work import Work

HISTORY = 30
YEARS = 3  # before and after this one


@dataclass(frozen=True)
class DayShown:
    """One day of the grid; `name` of a holiday, `paid_for` of a swapped day."""

    day: date
    is_open: bool
    name: str = ""
    paid_for: date | None = None


@dataclass(frozen=True)
class WeekShown:
    """Hours in force from a day on, Monday first."""

    valid_from: date | None
    week: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ChangeShown:
    """A change with who proposed and who decided it."""

    id: UUID
    unit: str  # empty: the whole province
    state: ChangeState
    edits: tuple[Edit, ...]
    effect: Effect
    reason: str
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    is_own: bool
    is_undoing: bool


@dataclass(frozen=True)
class YearShown:
    """The whole page."""

    year: int
    agency_id: UUID | None
    units: tuple[tuple[UUID, str], ...]
    days: tuple[DayShown, ...]
    weeks: tuple[WeekShown, ...]
    changes: tuple[ChangeShown, ...]


def show_calendar(work: Work, year: int, agency_id: UUID | None) -> YearShown:
    """Show the province's year, or that of one unit with the province's below it."""
    account_id = require_administrator(work)
    own = work.actor.agency_id
    owner = agency_id if own is None else own
    this = local_day(work.now).year
    year = min(max(year, this - 1), this + YEARS)
    calendar_entries(work.session)
    calendar = work_calendar(work, owner)
    return YearShown(
        year=year,
        agency_id=owner,
        units=_units(work),
        days=tuple(_days(calendar, year)),
        weeks=_weeks(calendar),
        changes=_changes(work, account_id),
    )


def _units(work: Work) -> tuple[tuple[UUID, str], ...]:
    query = select(Agency.id, Agency.name).order_by(col(Agency.name))
    if work.actor.agency_id is not None:
        query = query.where(Agency.id == work.actor.agency_id)
    return tuple((number, name) for number, name in work.session.exec(query))


def _days(calendar: WorkCalendar, year: int) -> list[DayShown]:
    first, end = date(year, 1, 1), date(year + 1, 1, 1)
    every = (first + timedelta(days=i) for i in range((end - first).days))
    return [
        DayShown(
            day=day,
            is_open=calendar.is_working_day(day),
            name="" if day in calendar.swapped else calendar.holidays.get(day, ""),
            paid_for=calendar.swapped.get(day),
        )
        for day in every
    ]


def _weeks(calendar: WorkCalendar) -> tuple[WeekShown, ...]:
    later = tuple(WeekShown(day, _spans(hours)) for day, hours in calendar.later)
    return later or (WeekShown(None, _spans(calendar.hours)),)


def _spans(hours: OfficeHours) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(f"{s.start:%H:%M}–{s.end:%H:%M}" for s in day) for day in hours.week
    )


def _changes(work: Work, account_id: UUID) -> tuple[ChangeShown, ...]:
    query = (
        select(CalendarChange, Agency.name)
        .outerjoin(Agency, col(Agency.id) == CalendarChange.agency_id)
        .order_by(
            col(CalendarChange.state) != ChangeState.PROPOSED,
            col(CalendarChange.proposed_at).desc(),
        )
        .limit(HISTORY)
    )
    if work.actor.agency_id is not None:
        query = query.where(CalendarChange.agency_id == work.actor.agency_id)
    rows = work.session.exec(query).all()
    people = [p for c, _ in rows for p in (c.proposed_by_id, c.decided_by_id)]
    names = names_of(work.session, people) if people else {}
    return tuple(
        ChangeShown(
            id=c.id,
            unit=unit or "",
            state=c.state,
            edits=read_edits(c.edits),
            effect=EFFECT.validate_python(c.effect, strict=False),
            reason=c.reason,
            proposed_by=names.get(c.proposed_by_id, ""),
            proposed_at=c.proposed_at,
            decided_by=names.get(c.decided_by_id, "") if c.decided_by_id else "",
            decided_at=c.decided_at,
            is_own=c.proposed_by_id == account_id,
            is_undoing=c.undoes_id is not None,
        )
        for c, unit in rows
    )
