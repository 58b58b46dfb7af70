"""Rules of supplements: the clock that stops, what makes an answer whole."""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from services.dossiers.models import DossierStatus
from services.dossiers.views import LATER
from services.work import Role

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
