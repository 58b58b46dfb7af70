"""Read the day until which a colleague is given time: its last office minute."""

from datetime import UTC, datetime, time

from services.core.clock import ZONE, local_day
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_date
from services.work import Work

CLOSING = time(17)


def end_of_day(work: Work, text: str, field: str) -> datetime:
    """Return the close of that day, or refuse a day that is over."""
    try:
        day = read_date(text)
    except Unreadable as fault:
        raise RuleViolation({field: fault.key}) from None
    if day < local_day(work.now):
        raise RuleViolation({field: "due_past"})
    return datetime.combine(day, CLOSING, ZONE).astimezone(UTC)
