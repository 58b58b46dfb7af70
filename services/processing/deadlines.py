"""How long the office still has: in office hours, as an officer counts them (R24)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from services.core.working_days import (
    WorkCalendar,
    add_working_hours,
    working_days_between,
    working_hours_between,
)

SOON_HOURS = 4  # less than this is marked ‹Sắp đến hạn›
SOON_SHARE = 0.2  # of the time a step has
ONE_HOUR = timedelta(hours=1)


class Lateness(StrEnum):
    """The side mark of a deadline (screens part 3)."""

    IN_TIME = "in_time"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class TimeLeft:
    """What is left until a deadline; hours are negative once it has passed."""

    deadline: datetime | None
    hours: float = 0
    mark: Lateness = Lateness.IN_TIME
    days_late: int = 0


def time_left(
    calendar: WorkCalendar,
    now: datetime,
    deadline: datetime | None,
    whole_hours: float = 0,
) -> TimeLeft:
    """Count from now, or from when the work was done, until the deadline.

    It is near at 4 office hours, or at a fifth of the whole time when that is known.
    """
    if deadline is None:
        return TimeLeft(None)
    hours = round(working_hours_between(calendar, now, deadline) / ONE_HOUR, 1)
    if now > deadline:
        late = working_days_between(calendar, deadline, now)
        return TimeLeft(deadline, hours, Lateness.LATE, late)
    near = max(SOON_HOURS, whole_hours * SOON_SHARE)
    mark = Lateness.SOON if hours < near else Lateness.IN_TIME
    return TimeLeft(deadline, hours, mark)


def soon(calendar: WorkCalendar, now: datetime) -> datetime:
    """Return the moment before which a deadline is marked as near."""
    return add_working_hours(calendar, now, SOON_HOURS)


def step_due(
    calendar: WorkCalendar, now: datetime, hours: float, promised: datetime | None
) -> datetime:
    """Return when a step starting now is due: never past the date promised."""
    due_at = add_working_hours(calendar, now, hours)
    return due_at if promised is None else min(due_at, promised)
