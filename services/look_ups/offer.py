"""What the fields of a question begin with: the days people mostly ask about."""

from datetime import timedelta

from services.core.clock import local_day
from services.look_ups.models import Question
from services.look_ups.read_fields import ASKS, DAY, FIRST, LAST, MONTH
from services.work import Work

A_WEEK = timedelta(days=6)


def offer_fields(work: Work, question: Question) -> dict[str, str | None]:
    """Return each field with its day; None: a number, which the person knows."""
    today = local_day(work.now)
    days = {
        FIRST: f"{today - A_WEEK:%d/%m/%Y}",
        LAST: f"{today:%d/%m/%Y}",
        DAY: f"{today:%d/%m/%Y}",
        MONTH: f"{today:%m/%Y}",
    }
    return {name: days.get(name) for name in ASKS[question]}
