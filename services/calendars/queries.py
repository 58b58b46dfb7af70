"""Reads of calendars: every exceptional day and every week, in one statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, literal, null, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Session, col

from services.calendars.models import CalendarDay, DayKind, OfficeWeek

CACHE = "calendar_entries"


@dataclass(frozen=True)
class DayEntry:
    """One exceptional day, as it was entered."""

    agency_id: UUID | None
    day: date
    kind: DayKind
    name: str = ""
    paid_for: date | None = None


@dataclass(frozen=True)
class WeekEntry:
    """The hours of a week from a day on; without spans those of the province hold."""

    agency_id: UUID | None
    valid_from: date
    week: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Entries:
    """What the province and its agencies have entered."""

    days: tuple[DayEntry, ...] = ()
    weeks: tuple[WeekEntry, ...] = ()


def calendar_entries(session: Session) -> Entries:
    """Return the entries of all; read once in a transaction."""
    known = session.info.get(CACHE)
    if known is not None and known[0] is session.get_transaction():
        entries: Entries = known[1]
        return entries
    entries = _read(session)
    session.info[CACHE] = (session.get_transaction(), entries)
    return entries


def forget_entries(session: Session) -> None:
    """Read again next time: this transaction has written a day or a week."""
    session.info.pop(CACHE, None)


def _read(session: Session) -> Entries:
    days = select(
        col(CalendarDay.agency_id).label("agency_id"),
        col(CalendarDay.day).label("day"),
        cast(col(CalendarDay.kind), Text).label("kind"),
        col(CalendarDay.name).label("name"),
        col(CalendarDay.paid_for).label("paid_for"),
        cast(null(), JSONB).label("week"),
    )
    weeks = select(
        col(OfficeWeek.agency_id),
        col(OfficeWeek.valid_from),
        literal("", Text),
        literal("", Text),
        null(),
        col(OfficeWeek.week),
    )
    both = days.union_all(weeks).subquery()
    rows = session.execute(select(both).order_by(both.c.day)).all()
    return Entries(tuple(_days(rows)), tuple(_weeks(rows)))


def _days(rows: Iterable[Any]) -> Iterable[DayEntry]:  # Any: rows of the union
    for row in rows:
        if row.week is None:
            kind = DayKind(row.kind)
            yield DayEntry(row.agency_id, row.day, kind, row.name, row.paid_for)


def _weeks(rows: Iterable[Any]) -> Iterable[WeekEntry]:  # Any: rows of the union
    for row in rows:
        if row.week is not None:
            week = tuple(tuple(spans) for spans in row.week)
            yield WeekEntry(row.agency_id, row.day, week)
