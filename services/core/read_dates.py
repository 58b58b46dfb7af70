"""Reads the dates people type (F1): a day, or a birth of which less is known."""

import re
from dataclasses import dataclass
from datetime import date

from services.core.faults import Fault, Unreadable
from services.core.text import DASHES, fold

EARLIEST = 1900
LATEST = 2100
OLDEST_PERSON = 120

SEPARATOR = r"\s*[/.\-\s]\s*"
DAY_MONTH_YEAR = re.compile(
    rf"(\d{{1,2}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{4}}|\d{{2}})"
)
EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")
IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
MONTH_YEAR = re.compile(rf"(\d{{1,2}}){SEPARATOR}(\d{{4}})")
YEAR = re.compile(r"\d{4}")
LONGEST = 60


@dataclass(frozen=True)
class PartialDate:
    """A birth as the papers of old people know it: perhaps a year and no more."""

    year: int
    month: int = 0
    day: int = 0

    def earliest(self) -> date:
        """Return the first day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    def whole(self) -> date | None:
        """Return the date when day and month are known."""
        return self.earliest() if self.day else None

    def __str__(self) -> str:
        known = [f"{n:02d}" for n in (self.day, self.month) if n]
        return "/".join([*known, f"{self.year:04d}"])


def read_date(text: str, latest: date | None = None) -> date:
    """Read a day; with `latest`, a two-digit year is the last such year before it."""
    whole = _read(text, latest).whole()
    if whole is None:
        raise Unreadable(Fault.DATE_FORMAT)
    return whole


def read_birth_date(text: str, today: date, oldest: int = OLDEST_PERSON) -> date:
    """Read a whole date of birth: not in the future, not over 120 years ago."""
    born = read_date(text, latest=today)
    _check_birth(born, today, oldest)
    return born


def read_birth(text: str, today: date, oldest: int = OLDEST_PERSON) -> PartialDate:
    """Read a birth of which perhaps only the year is on the papers (00/00/1950)."""
    born = _read(text, today)
    _check_birth(born.earliest(), today, oldest)
    return born


def _check_birth(born: date, today: date, oldest: int) -> None:
    if born > today:
        raise Unreadable(Fault.DATE_FUTURE)
    if born.year < today.year - oldest:
        raise Unreadable(Fault.DATE_TOO_OLD)


def _read(text: str, latest: date | None) -> PartialDate:
    # Other scripts' digits would pass \d; only our own and full-width ones are meant.
    plain = DASHES.sub("-", fold(text[: LONGEST + 1]))
    if not plain:
        raise Unreadable(Fault.REQUIRED)
    if len(text) > LONGEST or not plain.isascii():
        raise Unreadable(Fault.DATE_FORMAT)
    return _judged(*_parts(plain, latest))


def _parts(plain: str, latest: date | None) -> tuple[int, int, int]:
    for pattern in (DAY_MONTH_YEAR, EIGHT_DIGITS, IN_WORDS):
        if found := pattern.fullmatch(plain):
            day, month, year = found.groups()
            whole_year = _century(int(year), latest) if len(year) == 2 else int(year)
            return int(day), int(month), whole_year
    if found := ISO.fullmatch(plain):
        year, month, day = found.groups()
        return int(day), int(month), int(year)
    if found := MONTH_YEAR.fullmatch(plain):
        return 0, int(found[1]), int(found[2])
    if YEAR.fullmatch(plain):
        return 0, 0, int(plain)
    raise Unreadable(Fault.DATE_FORMAT)


def _judged(day: int, month: int, year: int) -> PartialDate:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise Unreadable(Fault.DATE_REAL) from None
    if day and not month:
        raise Unreadable(Fault.DATE_REAL)
    if not EARLIEST <= year <= LATEST:
        raise Unreadable(Fault.DATE_TOO_OLD if year < EARLIEST else Fault.DATE_RANGE)
    return PartialDate(year, month, day)


def _century(year: int, latest: date | None) -> int:
    whole = 2000 + year
    return whole - 100 if latest is not None and whole > latest.year else whole
