"""Time limits in office time: real days of 2026, and rules that hold for any day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.clock import ZONE, local
from services.core.work_calendar import AFTERNOON, FULL_DAY, MORNING
from services.core.working_days import (
    LineKind,
    OfficeHours,
    Promise,
    TimeUnit,
    WorkCalendar,
    add_days,
    add_months,
    add_working_days,
    add_working_hours,
    default_calendar,
    default_holidays,
    default_swapped_days,
    promise,
    working_days_between,
    working_hours_between,
)

CALENDAR = default_calendar(range(2025, 2029))
SATURDAY_MORNINGS = WorkCalendar(
    hours=OfficeHours((FULL_DAY,) * 5 + ((MORNING,), ())),
    holidays=CALENDAR.holidays,
    swapped=CALENDAR.swapped,
)
CALENDARS = st.sampled_from([CALENDAR, SATURDAY_MORNINGS])
START = datetime(2025, 12, 1, tzinfo=ZONE)
MOMENTS = st.timedeltas(timedelta(0), timedelta(550)).map(lambda past: START + past)
MINUTES = st.integers(0, 60 * 120)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)


def shown(moment: datetime) -> str:
    return f"{local(moment):%d/%m/%Y %H:%M}"


def kinds(promised: Promise) -> list[str]:
    return [line.kind.value for line in promised.lines]


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        pytest.param("23/11/2026 09:00", 1, "25/11/2026 17:00", id="24/11 is Tuesday"),
        pytest.param("23/11/2026 17:00", 1, "25/11/2026 17:00", id="at closing"),
        pytest.param("23/11/2026 17:01", 1, "26/11/2026 17:00", id="after closing"),
        pytest.param("24/11/2026 09:00", 1, "26/11/2026 17:00", id="on the holiday"),
        pytest.param("21/11/2026 09:00", 1, "25/11/2026 17:00", id="on a Saturday"),
        pytest.param("16/11/2026 06:00", 3, "19/11/2026 17:00", id="before opening"),
        pytest.param("16/11/2026 12:00", 3, "19/11/2026 17:00", id="at lunch"),
        pytest.param("16/11/2026 09:00", 0, "16/11/2026 17:00", id="the same day"),
        pytest.param("16/11/2026 19:00", 0, "17/11/2026 17:00", id="late, same day"),
        pytest.param("13/02/2026 10:00", 1, "23/02/2026 17:00", id="over Tết"),
        pytest.param("13/02/2026 18:00", 1, "24/02/2026 17:00", id="late before Tết"),
        pytest.param(
            "17/02/2026 10:00", 5, "02/03/2026 17:00", id="on the first of Tết"
        ),
        pytest.param(
            "24/04/2026 10:00", 1, "28/04/2026 17:00", id="Giỗ Tổ on a Sunday"
        ),
        pytest.param("29/04/2026 10:00", 1, "04/05/2026 17:00", id="30/4 and 1/5"),
        pytest.param("24/04/2026 10:00", 3, "04/05/2026 17:00", id="three holidays"),
        pytest.param("31/12/2026 10:00", 1, "04/01/2027 17:00", id="over New Year"),
        pytest.param("21/08/2026 10:00", 1, "22/08/2026 17:00", id="a Saturday worked"),
        pytest.param("28/08/2026 10:00", 1, "03/09/2026 17:00", id="swapped day, 2/9"),
        pytest.param("20/08/2026 10:00", 10, "07/09/2026 17:00", id="ten over 2/9"),
        pytest.param("22/08/2026 16:00", 1, "24/08/2026 17:00", id="on that Saturday"),
        pytest.param("30/04/2027 10:00", 1, "05/05/2027 17:00", id="1/5 on a Saturday"),
    ],
)
def test_real_days_are_promised_as_the_law_counts_them(
    received: str, days: int, due: str
) -> None:
    assert shown(add_working_days(CALENDAR, at(received), days).due_at) == due


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("16/11/2026 07:00", 8, "16/11/2026 17:00"),
        ("16/11/2026 09:00", 4, "16/11/2026 15:00"),
        ("16/11/2026 12:00", 1, "16/11/2026 14:30"),
        ("16/11/2026 05:00", 0.5, "16/11/2026 07:30"),
        ("16/11/2026 16:30", 1, "17/11/2026 07:30"),
        ("16/11/2026 20:00", 8, "17/11/2026 17:00"),
        ("20/11/2026 16:00", 2, "23/11/2026 08:00"),
        ("23/11/2026 16:00", 2, "25/11/2026 08:00"),
        ("13/02/2026 16:00", 9, "23/02/2026 17:00"),
        ("16/11/2026 20:00", 0, "17/11/2026 07:00"),
    ],
)
def test_hours_are_hours_of_the_office(start: str, hours: float, due: str) -> None:
    assert shown(add_working_hours(CALENDAR, at(start), hours)) == due


@pytest.mark.parametrize(
    ("unit", "received", "amount", "due"),
    [
        (TimeUnit.DAY, "16/11/2026 09:00", 3, "19/11/2026 17:00"),
        (TimeUnit.DAY, "16/11/2026 09:00", 5, "23/11/2026 17:00"),
        (TimeUnit.DAY, "16/11/2026 09:00", 8, "25/11/2026 17:00"),
        (TimeUnit.DAY, "01/02/2026 09:00", 15, "23/02/2026 17:00"),
        (TimeUnit.MONTH, "16/11/2026 09:00", 1, "16/12/2026 17:00"),
        (TimeUnit.MONTH, "16/10/2026 09:00", 2, "16/12/2026 17:00"),
        (TimeUnit.MONTH, "31/12/2026 09:00", 2, "01/03/2027 17:00"),
        (TimeUnit.MONTH, "30/11/2026 09:00", 1, "30/12/2026 17:00"),
        (TimeUnit.MONTH, "24/03/2026 09:00", 8, "25/11/2026 17:00"),
        (TimeUnit.WORKING_HOUR, "16/11/2026 09:00", 4, "16/11/2026 15:00"),
        (TimeUnit.WORKING_DAY, "16/11/2026 09:00", 4, "20/11/2026 17:00"),
    ],
)
def test_each_unit_is_counted_its_own_way(
    unit: TimeUnit, received: str, amount: int, due: str
) -> None:
    assert shown(promise(CALENDAR, at(received), amount, unit).due_at) == due


def test_the_account_tells_why_it_is_this_day() -> None:
    promised = add_working_days(CALENDAR, at("13/02/2026 18:00"), 1)
    assert kinds(promised) == [
        "received",
        "after_hours",
        "skipped_weekend",
        *["skipped_holiday"] * 5,
        "skipped_weekend",
        "day_zero",
        "counted",
        "due",
    ]
    weekend, eve = promised.lines[2:4]
    assert (weekend.day, weekend.until) == (date(2026, 2, 14), date(2026, 2, 15))
    assert eve.name == "Giao thừa Tết Nguyên Đán"
    assert promised.lines[-1].at == promised.due_at


def test_the_account_names_a_saturday_worked_and_the_day_it_pays_for() -> None:
    line = add_working_days(CALENDAR, at("21/08/2026 10:00"), 1).lines[2]
    assert (line.kind, line.number) == (LineKind.SWAPPED, 1)
    assert (line.day, line.until) == (date(2026, 8, 22), date(2026, 8, 31))


def test_the_account_tells_that_a_calendar_day_was_moved() -> None:
    promised = add_days(CALENDAR, at("16/11/2026 09:00"), 8)
    assert kinds(promised) == [
        "received", "day_zero", "counted", "skipped_holiday", "moved", "due"
    ]  # fmt: skip
    counted, moved = promised.lines[2], promised.lines[4]
    assert (counted.day, counted.until) == (date(2026, 11, 17), date(2026, 11, 24))
    assert (moved.day, moved.until) == (date(2026, 11, 24), date(2026, 11, 25))


def test_what_comes_after_the_cut_off_is_received_the_next_working_day() -> None:
    promised = add_working_days(CALENDAR, at("16/11/2026 15:00"), 0, time(15))
    assert shown(promised.due_at) == "17/11/2026 17:00"
    assert promised.lines[1].kind == LineKind.AFTER_CUT_OFF
    before = add_working_days(CALENDAR, at("16/11/2026 14:59"), 0, time(15))
    assert shown(before.due_at) == "16/11/2026 17:00"


def test_the_holidays_of_2026_are_those_of_the_law() -> None:
    days = {f"{day:%d/%m}" for day in default_holidays([2026])}
    assert days == {
        "01/01", "16/02", "17/02", "18/02", "19/02", "20/02", "26/04", "27/04",
        "30/04", "01/05", "31/08", "01/09", "02/09", "24/11",
    }  # fmt: skip
    assert default_swapped_days([2026]) == {date(2026, 8, 22): date(2026, 8, 31)}
    assert date(2025, 11, 24) not in default_holidays([2025])


def test_every_holiday_on_a_rest_day_is_made_up_for() -> None:
    years = range(2026, 2036)
    listed = default_holidays(years)
    spent = sum(day.weekday() < 5 for day in listed)
    assert spent - len(default_swapped_days(years)) == 12 * len(years)


@pytest.mark.parametrize("days", [-1, 3661])
def test_a_limit_out_of_reason_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="time limit"):
        add_working_days(CALENDAR, at("16/11/2026 09:00"), days)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        add_working_days(CALENDAR, datetime(2026, 11, 16, 9), 1)  # noqa: DTZ001


def test_office_hours_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="open"):
        OfficeHours(((),) * 7)
    with pytest.raises(ValueError, match="overlap"):
        OfficeHours(((AFTERNOON, MORNING),) * 7)


@given(CALENDARS, MOMENTS, st.integers(0, 40), st.integers(0, 40))
def test_more_days_never_promise_an_earlier_date(
    calendar: WorkCalendar, received: datetime, few: int, more: int
) -> None:
    first = add_working_days(calendar, received, few).due_at
    second = add_working_days(calendar, first, more).due_at
    assert second == add_working_days(calendar, received, few + more).due_at
    assert second >= first
    assert working_days_between(calendar, first, second) == more


@given(CALENDARS, MOMENTS, MOMENTS, st.integers(0, 40), st.sampled_from(TimeUnit))
def test_who_comes_first_is_promised_no_later(
    calendar: WorkCalendar, one: datetime, other: datetime, amount: int, unit: TimeUnit
) -> None:
    if unit is TimeUnit.MONTH:
        amount %= 6
    earlier, later = sorted((one, other))
    first = promise(calendar, earlier, amount, unit).due_at
    assert first <= promise(calendar, later, amount, unit).due_at
    assert first.tzinfo is UTC
    assert calendar.is_open(first)


@given(CALENDARS, MOMENTS, st.integers(0, 6))
def test_months_end_at_closing_of_a_working_day(
    calendar: WorkCalendar, received: datetime, months: int
) -> None:
    due = local(add_months(calendar, received, months).due_at)
    assert due == calendar.closing(due.date())
    assert due.date() >= received.date()


@given(CALENDARS, MOMENTS, MINUTES, MINUTES)
def test_hours_add_up_and_are_found_again(
    calendar: WorkCalendar, start: datetime, one: int, other: int
) -> None:
    halfway = add_working_hours(calendar, start, one / 60)
    end = add_working_hours(calendar, halfway, other / 60)
    together = timedelta(minutes=one + other)
    tolerance = timedelta(microseconds=2)
    assert abs(working_hours_between(calendar, start, end) - together) <= tolerance
    direct = add_working_hours(calendar, start, (one + other) / 60)
    assert abs(working_hours_between(calendar, direct, end)) <= tolerance


@given(CALENDARS, MOMENTS, MOMENTS, MOMENTS)
def test_office_time_between_adds_up_and_turns_round(
    calendar: WorkCalendar, one: datetime, two: datetime, three: datetime
) -> None:
    def between(start: datetime, end: datetime) -> timedelta:
        return working_hours_between(calendar, start, end)

    assert between(one, three) == between(one, two) + between(two, three)
    assert between(one, two) == -between(two, one)


@given(CALENDARS, MOMENTS, MOMENTS)
@settings(max_examples=40)
def test_counting_by_weeks_equals_counting_day_by_day(
    calendar: WorkCalendar, one: datetime, other: datetime
) -> None:
    start, end = sorted((one, other))
    day, slow = start.date(), 0
    while day < end.date():
        day += timedelta(days=1)
        slow += calendar.is_working_day(day)
    assert working_days_between(calendar, start, end) == slow


@given(CALENDARS, MOMENTS, st.integers(0, 40))
def test_the_account_counts_each_day_once_and_in_order(
    calendar: WorkCalendar, received: datetime, days: int
) -> None:
    lines = add_working_days(calendar, received, days).lines
    counted = [x for x in lines if x.kind in (LineKind.COUNTED, LineKind.SWAPPED)]
    assert [line.number for line in counted] == list(range(1, days + 1))
    assert [line.day for line in lines] == sorted(line.day for line in lines)
    assert all(calendar.is_working_day(line.day) for line in counted)
