"""Rules of supplements: the clock that stops, what makes an answer whole."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from services.core.promises import LineKind, PromiseLine
from services.core.working_days import (
    WorkCalendar,
    add_working_hours,
    working_hours_between,
)
from services.dossiers.models import DossierStatus
from services.dossiers.views import LATER
from services.work import Role

ONE_HOUR = timedelta(hours=1)
NOTE_LENGTHS = (0, 2000)
REASON_LENGTHS = (5, 1000)
ANSWER_LENGTHS = (1, 4000)
MOST_POINTS = 40
LONGEST_WAIT = timedelta(days=90)
REMIND_BEFORE = timedelta(days=2)
FILES_PER_POINT = 10
# From where something may be asked, and who asks there.
ASKERS: dict[DossierStatus, Role] = {
    DossierStatus.SUBMITTED: Role.INTAKE,
    DossierStatus.PROCESSING: Role.PROCESSING,
}


class SupplementFault(StrEnum):
    """What may be wrong with a request or an answer."""

    NO_POINTS = "supplement_no_points"
    TOO_MANY_POINTS = "supplement_too_many_points"
    TARGET_UNKNOWN = "supplement_target_unknown"
    DEADLINE_PAST = "supplement_deadline_past"
    DEADLINE_FAR = "supplement_deadline_far"
    DEADLINE_CLOSED = "supplement_deadline_closed"
    WHY_AGAIN = "supplement_why_again"
    NOT_ANSWERED = "supplement_not_answered"
    NO_FILE = "supplement_no_file"


def slot_of(point_id: UUID) -> str:
    """Return the slot the files of a point lie in."""
    return f"{LATER}supplement.{point_id.hex}"


def after_pause(
    calendar: WorkCalendar, promised: datetime, stopped: datetime, resumed: datetime
) -> datetime:
    """Return the promise, later by the office time the dossier waited for.

    Decree 118/2025 and contracts 8.3: the time of a supplement is subtracted. It
    is never earlier than without.
    """
    pause = working_hours_between(calendar, stopped, resumed) / ONE_HOUR
    return max(promised, add_working_hours(calendar, promised, max(pause, 0)))


def paused_lines(
    lines: tuple[PromiseLine, ...],
    pause: tuple[datetime, datetime, timedelta],
    due_at: datetime,
) -> tuple[PromiseLine, ...]:
    """Return the account of the promise with the pause and the new date in it."""
    stopped, resumed, worked = pause
    kept = [line for line in lines if line.kind is not LineKind.DUE]
    paused = PromiseLine(
        LineKind.PAUSED, stopped.date(), until=resumed.date(), worked=worked
    )
    return (*kept, paused, PromiseLine(LineKind.DUE, due_at.date(), at=due_at))
