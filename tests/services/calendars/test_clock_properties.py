"""The clock over ten years of calendars: whatever happens, the promise is sound."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.clock import ZONE, local
from services.core.promises import LineKind
from services.core.working_days import (
    OfficeHours,
    Promise,
    Span,
    TimeUnit,
    WorkCalendar,
    add_working_days,
    add_working_hours,
    default_holidays,
    default_swapped_days,
    promise,
    working_hours_between,
)
from services.processing.pauses import after_pause

FIRST, LAST = 2020, 2030  # of ten years
LAW = WorkCalendar(
    holidays=default_holidays(range(FIRST, LAST + 2)),
    swapped=default_swapped_days(range(FIRST, LAST + 2)),
)
SHORT = OfficeHours(
    ((Span(time(8), time(12)), Span(time(13), time(16))),) * 5 + ((), ())
)
SATURDAY = OfficeHours(
    ((Span(time(7, 30), time(11, 30)),),) * 6 + ((),),
)
HOURS = st.sampled_from((OfficeHours(), SHORT, SATURDAY))
DAYS = st.dates(date(FIRST, 1, 2), date(LAST, 11, 30))
MOMENTS = st.datetimes(
    datetime(FIRST, 1, 2),  # noqa: DTZ001 (the strategy adds the zone)
    datetime(LAST, 6, 30),  # noqa: DTZ001
    timezones=st.just(ZONE),
)
UNITS = st.sampled_from(TimeUnit)
AMOUNTS = st.integers(0, 30)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Draw the law's calendar with an office's own days and hours on top."""
    closed = draw(st.dictionaries(DAYS, st.just("Nghỉ"), max_size=6))
    change = draw(st.lists(st.tuples(DAYS, HOURS), max_size=2))
    return replace(
        LAW,
        hours=draw(HOURS),
        holidays={**LAW.holidays, **closed},
        later=tuple(sorted(change, key=lambda one: one[0])),
    )


def less(promised: Promise, other: Promise) -> bool:
    """Say whether one promise is not later than the other."""
    return promised.due_at <= other.due_at


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, AMOUNTS, UNITS)
def test_a_promise_is_a_moment_of_work_not_before_receipt(
    calendar: WorkCalendar, received: datetime, amount: int, unit: TimeUnit
) -> None:
    due_at = promise(calendar, received, amount, unit).due_at
    assert calendar.is_open(due_at)
    assert due_at >= received


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, AMOUNTS, UNITS)
def test_more_time_is_never_promised_earlier(
    calendar: WorkCalendar, received: datetime, amount: int, unit: TimeUnit
) -> None:
    little = promise(calendar, received, amount, unit)
    assert less(little, promise(calendar, received, amount + 1, unit))


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, st.integers(0, 10**6), AMOUNTS, UNITS)
def test_who_comes_later_is_never_promised_earlier(
    calendar: WorkCalendar, received: datetime, later: int, amount: int, unit: TimeUnit
) -> None:
    first = promise(calendar, received, amount, unit)
    second = promise(calendar, received + timedelta(seconds=later), amount, unit)
    assert less(first, second)


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, DAYS, AMOUNTS, UNITS)
def test_a_day_more_that_is_free_never_makes_it_earlier(
    calendar: WorkCalendar, received: datetime, free: date, amount: int, unit: TimeUnit
) -> None:
    more = replace(calendar, holidays={**calendar.holidays, free: "Nghỉ"})
    before = promise(calendar, received, amount, unit)
    assert less(before, promise(more, received, amount, unit))


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, MOMENTS, MOMENTS)
def test_office_time_adds_up_and_runs_both_ways(
    calendar: WorkCalendar, one: datetime, two: datetime, three: datetime
) -> None:
    whole = working_hours_between(calendar, one, three)
    parts = working_hours_between(calendar, one, two) + working_hours_between(
        calendar, two, three
    )
    assert whole == parts
    assert working_hours_between(calendar, three, one) == -whole


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, st.integers(0, 80))
def test_so_many_hours_on_lie_so_many_hours_of_work(
    calendar: WorkCalendar, start: datetime, hours: int
) -> None:
    end = add_working_hours(calendar, start, hours)
    assert working_hours_between(calendar, start, end) == timedelta(hours=hours)
    assert working_hours_between(calendar, end, end) == timedelta(0)


@settings(max_examples=60, deadline=None)
@given(calendars(), MOMENTS, AMOUNTS, st.integers(0, 200), st.integers(0, 200))
def test_a_pause_never_takes_time_away(
    calendar: WorkCalendar, received: datetime, days: int, begins: int, lasts: int
) -> None:
    promised = add_working_days(calendar, received, days).due_at
    stopped = received + timedelta(hours=begins)
    resumed = stopped + timedelta(hours=lasts)
    moved = after_pause(calendar, promised, stopped, resumed)
    assert moved >= promised
    waited = working_hours_between(calendar, stopped, resumed)
    assert working_hours_between(calendar, promised, moved) == waited


def at(written: str) -> datetime:
    """Read a moment of this province."""
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23T06:10", "2026-11-23T08:00"),  # before opening → opening
        ("2026-11-23T08:00", "2026-11-23T09:00"),
        ("2026-11-23T12:05", "2026-11-23T14:30"),  # lunch → 13:30
        ("2026-11-23T11:00", "2026-11-23T14:00"),  # half before lunch, half after
        ("2026-11-23T17:30", "2026-11-25T08:00"),  # after hours, the 24th is free
        ("2026-11-28T09:00", "2026-11-30T08:00"),  # a Saturday
        ("2026-12-31T16:30", "2027-01-04T07:30"),  # the year's end
        ("2028-02-29T16:30", "2028-03-01T07:30"),  # leap day
        ("2026-02-13T16:30", "2026-02-23T07:30"),  # Tết 2026: 16 to 20 February
        ("2026-11-25T00:00", "2026-11-25T08:00"),  # midnight belongs to the new day
    ],
)
def test_one_office_hour_from_here(received: str, due: str) -> None:
    assert local(add_working_hours(LAW, at(received), 1)) == at(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-25T14:59", "2026-11-25"),
        ("2026-11-25T15:00", "2026-11-26"),
        ("2026-11-27T15:30", "2026-11-30"),  # Friday after three → Monday
        ("2026-11-23T15:30", "2026-11-25"),  # the 24th is Culture Day from 2026
        ("2026-04-24T15:01", "2026-04-28"),  # 26 April is a Sunday: the 27th is free
    ],
)
def test_papers_of_civil_status_after_three_are_due_the_next_day(
    received: str, due: str
) -> None:
    promised = add_working_days(LAW, at(received), 0, time(15))
    assert local(promised.due_at).date().isoformat() == due


def test_a_result_of_the_same_day_says_so() -> None:
    lines = add_working_days(LAW, at("2026-11-25T09:00"), 0, time(15)).lines
    assert [line.kind for line in lines] == [
        LineKind.RECEIVED,
        LineKind.SAME_DAY,
        LineKind.DUE,
    ]


SWAPS: Mapping[date, date] = {date(2026, 8, 22): date(2026, 8, 31)}


def test_a_saturday_worked_counts_and_the_day_it_pays_for_does_not() -> None:
    law = replace(
        LAW,
        swapped=SWAPS,
        holidays={**LAW.holidays, date(2026, 8, 31): "Nghỉ hoán đổi"},
    )
    friday = add_working_days(law, at("2026-08-21T09:00"), 1)
    assert local(friday.due_at).date() == date(2026, 8, 22)
    monday = add_working_days(law, at("2026-08-28T09:00"), 1)
    assert local(monday.due_at).date() == date(2026, 9, 3)


def test_hours_that_change_hold_from_their_day() -> None:
    calendar = WorkCalendar(later=((date(2026, 12, 1), SHORT),))
    before = working_hours_between(
        calendar, at("2026-11-30T00:00"), at("2026-12-01T00:00")
    )
    after = working_hours_between(
        calendar, at("2026-12-01T00:00"), at("2026-12-02T00:00")
    )
    assert (before, after) == (timedelta(hours=8), timedelta(hours=7))
