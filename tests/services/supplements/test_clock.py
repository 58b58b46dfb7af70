"""The clock stops and goes in office time, on any day of the calendar."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.clock import ZONE
from services.core.work_calendar import FULL_DAY, MORNING
from services.core.working_days import (
    OfficeHours,
    WorkCalendar,
    add_working_days,
    default_calendar,
    working_hours_between,
)
from services.processing.pauses import after_pause

CALENDAR = default_calendar(range(2025, 2029))
SATURDAYS = WorkCalendar(
    hours=OfficeHours((FULL_DAY,) * 5 + ((MORNING,), ())),
    holidays=CALENDAR.holidays,
    swapped=CALENDAR.swapped,
)
CALENDARS = st.sampled_from([CALENDAR, SATURDAYS])
START = datetime(2025, 12, 1, tzinfo=ZONE)
MOMENTS = st.timedeltas(timedelta(0), timedelta(400)).map(lambda past: START + past)
WAITS = st.timedeltas(timedelta(0), timedelta(120))


@settings(deadline=None)
@given(CALENDARS, MOMENTS, st.integers(0, 60), MOMENTS, WAITS)
def test_a_pause_never_makes_the_promise_earlier(
    calendar: WorkCalendar,
    received: datetime,
    days: int,
    stop: datetime,
    wait: timedelta,
) -> None:
    promised = add_working_days(calendar, received, days).due_at

    moved = after_pause(calendar, promised, stop, stop + wait)

    assert moved >= promised


@settings(deadline=None)
@given(CALENDARS, MOMENTS, st.integers(0, 60), MOMENTS, WAITS)
def test_the_office_keeps_exactly_the_time_it_had_left(
    calendar: WorkCalendar,
    received: datetime,
    days: int,
    stop: datetime,
    wait: timedelta,
) -> None:
    promised = add_working_days(calendar, received, days).due_at

    moved = after_pause(calendar, promised, stop, stop + wait)

    had = working_hours_between(calendar, stop, promised)
    has = working_hours_between(calendar, stop + wait, moved)
    assert abs(had - has) < timedelta(seconds=1)


@settings(deadline=None)
@given(CALENDARS, MOMENTS, MOMENTS, WAITS, WAITS)
def test_two_pauses_one_after_the_other_count_like_one(
    calendar: WorkCalendar,
    received: datetime,
    stop: datetime,
    first: timedelta,
    then: timedelta,
) -> None:
    promised = add_working_days(calendar, received, 5).due_at

    once = after_pause(calendar, promised, stop, stop + first + then)
    middle = after_pause(calendar, promised, stop, stop + first)
    twice = after_pause(calendar, middle, stop + first, stop + first + then)

    assert abs(
        working_hours_between(calendar, min(once, twice), max(once, twice))
    ) < timedelta(seconds=1)


def test_a_weekend_and_a_holiday_cost_the_office_nothing() -> None:
    promised = datetime(2026, 11, 27, 17, 0, tzinfo=ZONE)  # Friday
    friday_night = datetime(2026, 11, 20, 18, 0, tzinfo=ZONE)
    monday_morning = datetime(2026, 11, 23, 6, 0, tzinfo=ZONE)
    on_the_holiday = datetime(2026, 11, 24, 12, 0, tzinfo=ZONE)

    assert after_pause(CALENDAR, promised, friday_night, monday_morning) == promised
    moved = after_pause(CALENDAR, promised, friday_night, on_the_holiday)
    assert moved == datetime(2026, 11, 30, 17, 0, tzinfo=ZONE)
