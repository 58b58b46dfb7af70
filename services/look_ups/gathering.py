"""Reads a long period window by window and page by page, until nothing comes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from services.core import clock
from services.core.errors import SystemUnavailable

PAGE = 100
MOST_ROWS = 2_000
MOST_PAGES = 60  # of one window: a register that never ends is stopped

T = TypeVar("T")


@dataclass(frozen=True)
class Window:
    """Some days, both ends counted."""

    first: date
    last: date


@dataclass(frozen=True)
class Patience:
    """How long the whole of an answer may take; a person waits less than a job."""

    until: datetime

    def check(self) -> None:
        """Give up: the answer is asked for later."""
        if clock.now() > self.until:
            raise SystemUnavailable("look_up")


@dataclass(frozen=True)
class Source:
    """The most days of one question, and how long we wait."""

    days: int
    patience: Patience


def windows(period: Window, days: int) -> Iterator[Window]:
    """Yield the period in windows of so many days at most, the latest first."""
    last = period.last
    while last >= period.first:
        first = max(period.first, last - timedelta(days=days - 1))
        yield Window(first, last)
        last = first - timedelta(days=1)


def gather(
    period: Window,
    source: Source,
    read: Callable[[Window, int], tuple[T, ...]],
    key: Callable[[T], str],
) -> tuple[tuple[T, ...], bool]:
    """Return every row once, and whether there were more than we take.

    `read` is given a window and how many rows of it were read. A row that comes
    twice, on two pages or in two windows, counts once; a page with nothing new ends
    its window, so a register that repeats itself ends too.
    """
    found: dict[str, T] = {}
    for window in windows(period, source.days):
        offset = 0
        for _ in range(MOST_PAGES):
            source.patience.check()
            page = read(window, offset)
            offset += len(page)
            fresh = {key(row): row for row in page if key(row) not in found}
            if not fresh:
                break
            found |= fresh
            if len(found) >= MOST_ROWS:
                return tuple(found.values())[:MOST_ROWS], True
    return tuple(found.values()), False
