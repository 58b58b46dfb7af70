"""Reads what was typed into a question, and refuses periods that are too wide."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from services.core.errors import RuleViolation
from services.core.faults import Fault
from services.core.read_dates import read_birth, read_date
from services.core.readers import Unreadable, read_tax_code
from services.core.text import DASHES, clean
from services.look_ups.gathering import Window
from services.look_ups.models import Question

LONGEST_PERIOD = 31  # days (C26)
LONGEST_COUNT = 366  # days of a register's own statistics: one question, no rows
EARLIEST = date(2000, 1, 1)
CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{2,59}")
NUMBER, FIRST, LAST, DAY, MONTH = "number", "first", "last", "day", "month"
Q = Question
ASKS: Mapping[Question, tuple[str, ...]] = {
    Q.ENTERPRISE: (NUMBER,),
    Q.ENTERPRISE_RECEIVED: (FIRST, LAST),
    Q.ENTERPRISE_TODAY: (DAY,),
    Q.ENTERPRISE_DOSSIER: (NUMBER,),
    Q.BUDGET_DOSSIERS: (FIRST, LAST),
    Q.BUDGET_DOSSIER: (NUMBER,),
    Q.BUDGET_COUNTS: (FIRST, LAST),
    Q.TRANSPORT_DOSSIERS: (FIRST, LAST),
    Q.TRANSPORT_DOSSIER: (NUMBER,),
    Q.TRANSPORT_MONTH: (MONTH,),
}


@dataclass(frozen=True)
class Fields:
    """What a question is about: a number, or some days."""

    number: str = ""
    first: date = EARLIEST
    last: date = EARLIEST

    @property
    def period(self) -> Window:
        """Return the days."""
        return Window(self.first, self.last)

    def as_json(self) -> dict[str, str]:
        """Return the same as it is kept."""
        if self.number:
            return {NUMBER: self.number}
        return {FIRST: self.first.isoformat(), LAST: self.last.isoformat()}


def kept_fields(kept: Mapping[str, str]) -> Fields:
    """Return what `as_json` kept."""
    if number := kept.get(NUMBER, ""):
        return Fields(number)
    days = (date.fromisoformat(kept[name]) for name in (FIRST, LAST))
    return Fields("", *days)


def read_fields(question: Question, typed: Mapping[str, str], today: date) -> Fields:
    """Read the fields of a question; RuleViolation names each fault."""
    asks, values, problems = ASKS[question], dict[str, date | str](), dict[str, str]()
    for name in asks:
        read = _number(question) if name == NUMBER else READERS[name]
        try:
            values[name] = read(typed.get(name, ""), today)
        except Unreadable as fault:
            problems[name] = str(fault.key)
    if problems:
        raise RuleViolation(problems)
    if NUMBER in values:
        return Fields(str(values[NUMBER]))
    return _period(question, [day for day in values.values() if isinstance(day, date)])


def _period(question: Question, days: list[date]) -> Fields:
    first, last = days[0], days[-1]
    if question is Question.TRANSPORT_MONTH:
        return Fields("", first, _month_end(first))
    if last < first:
        raise RuleViolation({LAST: "look_up_order"})
    longest = LONGEST_COUNT if question is Question.BUDGET_COUNTS else LONGEST_PERIOD
    if (last - first).days >= longest:
        is_count = longest == LONGEST_COUNT
        raise RuleViolation({LAST: "look_up_year" if is_count else "look_up_wide"})
    return Fields("", first, last)


def _number(question: Question) -> Callable[[str, date], str]:
    if question is Question.ENTERPRISE:
        return lambda text, _: read_tax_code(text)
    return lambda text, _: read_code(text)


def read_code(text: str) -> str:
    """Read the number of a dossier of another system, as its papers write it."""
    code = DASHES.sub("-", clean(text[:120])).replace(" ", "")
    if not code:
        raise Unreadable(Fault.REQUIRED)
    if not CODE.fullmatch(code):
        raise Unreadable(Fault.LOOK_UP_CODE)
    return code


def _day(text: str, today: date) -> date:
    day = read_date(text, latest=today)
    if day > today:
        raise Unreadable(Fault.DATE_FUTURE)
    if day < EARLIEST:
        raise Unreadable(Fault.DATE_RANGE)
    return day


def _today(text: str, today: date) -> date:
    """Their call for what is dealt with in a day knows today alone."""
    if _day(text, today) != today:
        raise Unreadable(Fault.LOOK_UP_TODAY)
    return today


def _month(text: str, today: date) -> date:
    """Read 10/2026, or any day of that month."""
    try:
        month = read_birth(text, today)
    except Unreadable as fault:
        is_future = fault.key is Fault.DATE_FUTURE or fault.key is Fault.REQUIRED
        raise Unreadable(fault.key if is_future else Fault.LOOK_UP_MONTH) from None
    if not month.month or month.earliest() < EARLIEST:
        raise Unreadable(Fault.LOOK_UP_MONTH)
    return date(month.year, month.month, 1)


def _month_end(first: date) -> date:
    return first + timedelta(days=calendar.monthrange(first.year, first.month)[1] - 1)


READERS: Mapping[str, Callable[[str, date], date]] = {
    FIRST: _day,
    LAST: _day,
    DAY: _today,
    MONTH: _month,
}
