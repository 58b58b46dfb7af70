"""The calendar in words: months, hours, changes (A06)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from dvc_app import formats
from dvc_app.wording import calendars as wording
from dvc_app.wording.promises import WEEKDAYS
from services.calendar_changes.edits import Edit
from services.calendar_changes.effect import Effect
from services.calendar_changes.show_calendar import (
    ChangeShown,
    DayShown,
    WeekShown,
    YearShown,
)
from services.calendars.models import ChangeState, DayKind


@dataclass(frozen=True)
class Cell:
    """One day of the grid; without a number an empty place before the first."""

    number: str = ""
    css: str = "cal-none"
    title: str = ""


@dataclass(frozen=True)
class Month:
    """One month: the grid, and its exceptions as a list for phones and readers."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Hours:
    """The hours in force from a day on."""

    since: str
    weekdays: str
    saturday: str


@dataclass(frozen=True)
class ChangeRow:
    """A change in words, with what may be done about it."""

    id: str
    state: str
    css: str
    unit: str
    edits: list[str]
    effect: list[str]
    reason: str
    by: str
    decided: str
    may_confirm: bool
    may_decline: bool
    decline: str
    may_undo: bool


def months_of(shown: YearShown) -> list[Month]:
    """Return the twelve months."""
    by_month = groupby(shown.days, key=lambda one: one.day.month)
    return [_month(number, list(days)) for number, days in by_month]


def hours_of(weeks: Iterable[WeekShown]) -> list[Hours]:
    """Return the hours, the latest first."""
    rows = [
        Hours(
            since=(
                wording.HOURS_SINCE.format(day=formats.day(one.valid_from))
                if one.valid_from
                else wording.HOURS_NOW
            ),
            weekdays=", ".join(one.week[0]) or wording.CLOSED,
            saturday=", ".join(one.week[5]) or wording.CLOSED,
        )
        for one in weeks
    ]
    return rows[::-1]


def change_row(one: ChangeShown) -> ChangeRow:
    """Return a change in words."""
    state, css = wording.STATES[one.state]
    is_open = one.state is ChangeState.PROPOSED
    reasons = [wording.UNDOING] if one.is_undoing else []
    return ChangeRow(
        id=str(one.id),
        state=state,
        css=css,
        unit=one.unit or wording.WHOLE,
        edits=[say_edit(edit) for edit in one.edits],
        effect=say_effect(one.effect),
        reason=". ".join([*reasons, *([one.reason] if one.reason else [])]),
        by=wording.BY.format(
            name=one.proposed_by, moment=formats.moment(one.proposed_at)
        ),
        decided=(
            wording.DECIDED.format(
                name=one.decided_by, moment=formats.moment(one.decided_at)
            )
            if one.decided_at
            else ""
        ),
        may_confirm=is_open and not one.is_own,
        may_decline=is_open,
        decline=wording.TAKE_BACK if one.is_own else wording.DECLINE,
        may_undo=one.state is ChangeState.IN_FORCE,
    )


def say_effect(effect: Effect) -> list[str]:
    """Return how many dates would be others, in sentences."""
    said = []
    if effect.later:
        said.append(
            wording.EFFECT_LATER.format(later=effect.later, running=effect.running)
        )
    if effect.earlier:
        said.append(wording.EFFECT_EARLIER.format(earlier=effect.earlier))
    return said or [wording.EFFECT_NONE.format(running=effect.running)]


def say_examples(effect: Effect) -> list[str]:
    """Return some dossiers with both dates."""
    return [
        wording.EXAMPLE.format(
            code=one.code,
            before=formats.moment(one.before),
            after=formats.moment(one.after),
        )
        for one in effect.examples
    ]


def say_edit(edit: Edit) -> str:
    """Return what one edit makes of a day or a week."""
    day = formats.day(edit.day)
    if edit.is_week:
        if not edit.week:
            return wording.EDIT_HOURS_NONE.format(day=day)
        return wording.EDIT_HOURS.format(day=day, hours=_week(edit.week))
    if edit.kind is DayKind.HOLIDAY:
        what = wording.say_holiday(edit.name)
        return wording.EDIT_HOLIDAY.format(day=day, what=what)
    if edit.kind is DayKind.SWAPPED:
        return wording.EDIT_SWAPPED.format(day=day, free=formats.day(edit.paid_for))
    words = wording.EDIT_OPEN if edit.kind else wording.EDIT_NONE
    return words.format(day=day)


def _week(week: Sequence[Sequence[str]]) -> str:
    weekdays = ", ".join(week[0])
    if not week[5]:
        return weekdays
    return wording.EDIT_HOURS_SATURDAY.format(
        weekdays=weekdays, saturday=", ".join(week[5])
    )


def _month(number: int, days: list[DayShown]) -> Month:
    empty = [Cell() for _ in range(days[0].day.weekday())]
    return Month(
        name=wording.MONTH.format(month=number),
        cells=[*empty, *(_cell(day) for day in days)],
        exceptions=_exceptions(days),
    )


def _cell(one: DayShown) -> Cell:
    css = "cal-open" if one.is_open else "cal-closed"
    if what := _what(one):
        css = "cal-swapped" if one.paid_for else "cal-holiday"
    name = WEEKDAYS[one.day.weekday()]
    words = what or (wording.LEGEND_OPEN if one.is_open else wording.LEGEND_CLOSED)
    title = wording.IN_GRID.format(
        weekday=name, day=formats.day(one.day), what=words.lower()
    )
    return Cell(str(one.day.day), css, title[:1].upper() + title[1:])


def _what(one: DayShown) -> str:
    if one.paid_for:
        return wording.SWAPPED.format(day=formats.day(one.paid_for))
    return wording.say_holiday(one.name) if one.name else ""


def _exceptions(days: list[DayShown]) -> list[str]:
    said: list[str] = []
    for what, run in groupby(days, key=_what):
        if not what:
            continue
        listed = [one.day for one in run]
        said.append(f"{_run(listed)}: {what}")
    return said


def _run(days: list[date]) -> str:
    if len(days) == 1:
        return f"{days[0]:%d/%m}"
    return wording.SPAN.format(first=f"{days[0]:%d/%m}", last=f"{days[-1]:%d/%m}")
