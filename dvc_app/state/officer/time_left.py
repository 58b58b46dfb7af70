"""How long the office has, in the words of an officer and a colour (R24)."""

from dataclasses import dataclass

from dvc_app.wording import desk, reception
from services.dossiers.time_limits import HOURS_A_DAY
from services.processing.deadlines import Lateness, TimeLeft

CALM, NEAR, LATE, KEPT = "tag", "tag tag--wait", "tag tag--late", "tag tag--done"


@dataclass(frozen=True)
class LeftWords:
    """The sentences of one place: in a list they are shorter than at a head."""

    late_days: str
    late_hours: str
    days: str
    hours: str
    little: str


SHORT = LeftWords(
    desk.LATE_DAYS,
    desk.LATE_HOURS,
    desk.LEFT_DAYS,
    desk.LEFT_HOURS,
    desk.LEFT_LITTLE,
)
LONG = LeftWords(
    reception.LATE_DAYS,
    reception.LATE_HOURS,
    reception.LEFT_DAYS,
    reception.LEFT_HOURS,
    reception.LEFT_LITTLE,
)


def say_left(left: TimeLeft, words: LeftWords) -> tuple[str, str]:
    """Return how much time is left, and its colour; nothing without a deadline."""
    if left.deadline is None:
        return "", CALM
    if left.mark is Lateness.LATE:
        return _late(left, words.late_days, words.late_hours), LATE
    if left.hours < 1:
        return words.little, LATE
    if left.hours < HOURS_A_DAY:
        css = LATE if left.mark is Lateness.SOON else NEAR
        return words.hours.format(count=int(left.hours)), css
    css = NEAR if left.mark is Lateness.SOON else CALM
    return words.days.format(count=int(left.hours // HOURS_A_DAY)), css


def say_kept(left: TimeLeft) -> tuple[str, str]:
    """Return whether a finished dossier kept its promise."""
    if left.deadline is None:
        return "", CALM
    if left.mark is Lateness.LATE:
        return _late(left, desk.MISSED, desk.MISSED_HOURS), LATE
    return desk.KEPT, KEPT


def _late(left: TimeLeft, days: str, hours: str) -> str:
    if left.days_late:
        return days.format(count=left.days_late)
    return hours.format(count=max(1, round(abs(left.hours))))
