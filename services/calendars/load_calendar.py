"""Writes the law's and the profile's days and hours, so that they can be edited."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import col, select

from services.calendars.models import CalendarDay, DayKind, OfficeWeek
from services.calendars.overlay import write_week
from services.calendars.queries import forget_entries
from services.core.clock import local_day
from services.core.work_calendar import WorkCalendar
from services.work import Work


def load_calendar(work: Work, plain: WorkCalendar) -> int:
    """Write the province's days of those years; return how many were new.

    A day that has a row, and hours that have one, were edited or loaded before:
    they stay as they are.
    """
    of_province = col(CalendarDay.agency_id).is_(None)
    known = set(work.session.exec(select(col(CalendarDay.day)).where(of_province)))
    added = [day for day in _days(work, plain) if day.day not in known]
    work.session.add_all(added)
    weeks = select(OfficeWeek.id).where(col(OfficeWeek.agency_id).is_(None))
    if work.session.exec(weeks.limit(1)).first() is None:
        start = date(local_day(work.now).year - 1, 1, 1)
        work.session.add(
            OfficeWeek(
                valid_from=start,
                week=write_week(plain.hours),
                changed_at=work.now,
            )
        )
    work.session.flush()
    forget_entries(work.session)
    return len(added)


def _days(work: Work, plain: WorkCalendar) -> Iterable[CalendarDay]:
    for day, name in plain.holidays.items():
        if day not in plain.swapped:
            yield CalendarDay(
                day=day, kind=DayKind.HOLIDAY, name=name, changed_at=work.now
            )
    for day, free in plain.swapped.items():
        yield CalendarDay(
            day=day, kind=DayKind.SWAPPED, paid_for=free, changed_at=work.now
        )
