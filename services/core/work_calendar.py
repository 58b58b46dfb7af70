"""When the offices of the province work: hours, public holidays, swapped days."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from holidays import HolidayBase, country_holidays

from services.core.clock import ZONE, local

ONE_DAY = timedelta(days=1)
# No office is closed for a year on end; a longer search is a wrong table.
LONGEST_CLOSURE = 366


@dataclass(frozen=True, order=True)
class Span:
    """One unbroken stretch of office time within a day."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError("a span of office hours ends after it starts")

    def length(self) -> timedelta:
        """Return how long the stretch lasts."""
        return since_midnight(self.end) - since_midnight(self.start)


Measure = Callable[[tuple[Span, ...]], timedelta]

MORNING = Span(time(7, 0), time(11, 30))
AFTERNOON = Span(time(13, 30), time(17, 0))
FULL_DAY = (MORNING, AFTERNOON)


@dataclass(frozen=True)
class OfficeHours:
    """The stretches of office time of each weekday, Monday first."""

    week: tuple[tuple[Span, ...], ...] = (FULL_DAY,) * 5 + ((), ())

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("office hours name seven weekdays, one of them open")
        for spans in self.week:
            for earlier, later in pairwise(spans):
                if earlier.end > later.start:
                    raise ValueError("spans of a day are in order and do not overlap")


@dataclass(frozen=True)
class WorkCalendar:
    """Office hours with the days on which they do not hold.

    `swapped` maps a rest day that is worked to the day off it pays for, whose
    hours it takes over (Labour Code, Art. 112; announced year by year). A swap is
    the more particular decision, so it wins over a holiday of the same date.
    """

    hours: OfficeHours = field(default_factory=OfficeHours)
    holidays: Mapping[date, str] = field(default_factory=dict)
    swapped: Mapping[date, date] = field(default_factory=dict)
    later: tuple[tuple[date, OfficeHours], ...] = ()  # other hours from a day on

    def hours_on(self, day: date) -> OfficeHours:
        """Return the week that is in force on that day."""
        in_force = self.hours
        for valid_from, hours in self.later:
            if valid_from <= day:
                in_force = hours
        return in_force

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return the office time of that very day; nothing when it is free."""
        week = self.hours_on(day).week
        if day in self.swapped:
            return week[self.swapped[day].weekday()]
        if day in self.holidays:
            return ()
        return week[day.weekday()]

    def is_working_day(self, day: date) -> bool:
        """Say whether the office opens on that day at all."""
        return bool(self.spans_on(day))

    def next_working_day(self, day: date) -> date:
        """Return the first working day after the given one."""
        for _ in range(LONGEST_CLOSURE):
            day += ONE_DAY
            if self.is_working_day(day):
                return day
        raise ValueError("the calendar has no working day within a year")

    def opening(self, day: date) -> datetime:
        """Return the moment a working day begins."""
        return datetime.combine(day, self.spans_on(day)[0].start, ZONE)

    def closing(self, day: date) -> datetime:
        """Return the moment a working day ends."""
        return datetime.combine(day, self.spans_on(day)[-1].end, ZONE)

    def is_open(self, moment: datetime) -> bool:
        """Say whether the office is at work; the closing minute still counts."""
        here = local(moment)
        clock = here.time()
        return any(s.start <= clock <= s.end for s in self.spans_on(here.date()))

    def worked_before(self, moment: datetime) -> timedelta:
        """Return the office time of that day which has passed by the moment."""
        here = local(moment)
        passed = timedelta(0)
        for span in self.spans_on(here.date()):
            end = since_midnight(min(span.end, max(span.start, here.time())))
            passed += end - since_midnight(span.start)
        return passed

    def working_days(self, first: date, end: date) -> int:
        """Count the working days from `first` until before `end`."""
        return self._total(first, end, lambda spans: timedelta(bool(spans))).days

    def working_time(self, first: date, end: date) -> timedelta:
        """Add up the office time of the days from `first` until before `end`."""
        return self._total(first, end, _length)

    def _total(self, first: date, end: date, measure: Measure) -> timedelta:
        """Add up the stretches between one change of hours and the next."""
        changes = (start for start, _ in self.later if first < start < end)
        stretches = pairwise((first, *changes, end))
        return sum((self._same(*one, measure) for one in stretches), timedelta(0))

    def _same(self, first: date, end: date, measure: Measure) -> timedelta:
        """Multiply whole weeks, then correct: a decade costs what a week costs."""
        nothing = timedelta(0)
        regular = [measure(spans) for spans in self.hours_on(first).week]
        weeks, rest = divmod((end - first).days, 7)
        loose = (regular[(first.weekday() + i) % 7] for i in range(rest))
        exceptions = {d for d in (*self.holidays, *self.swapped) if first <= d < end}
        corrections = (
            measure(self.spans_on(d)) - regular[d.weekday()] for d in exceptions
        )
        return weeks * sum(regular, nothing) + sum((*loose, *corrections), nothing)


def default_holidays(years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays and days off in lieu of those years, with names.

    Labour Code, Art. 112 (a holiday on a rest day is taken the next working day)
    and resolution 28/2026/QH16 (24 November, from 2026). The dates seed a table that
    the province corrects as the yearly announcement comes.
    """
    return dict(sorted(_vietnam(years).items()))


def default_swapped_days(years: Iterable[int]) -> dict[date, date]:
    """Return the announced rest days to be worked → the day off each pays for."""
    known = _vietnam(years)
    return {
        worked: free
        for worked in sorted(known.weekend_workdays)
        for free, name in known.items()
        if worked.strftime("%d/%m/%Y") in name
    }


def default_calendar(years: Iterable[int]) -> WorkCalendar:
    """Return the calendar of an office with the usual hours."""
    listed = list(years)
    return WorkCalendar(
        holidays=default_holidays(listed), swapped=default_swapped_days(listed)
    )


def _vietnam(years: Iterable[int]) -> HolidayBase:
    return country_holidays("VN", years=list(years), language="vi")


def since_midnight(clock: time) -> timedelta:
    """Return a time of day as a duration, which can be subtracted."""
    return timedelta(
        hours=clock.hour,
        minutes=clock.minute,
        seconds=clock.second,
        microseconds=clock.microsecond,
    )


def _length(spans: tuple[Span, ...]) -> timedelta:
    return sum((span.length() for span in spans), timedelta(0))
