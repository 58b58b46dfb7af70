"""Rules of reports that make themselves."""

from datetime import date, timedelta

from services.registers.models import Every


def next_day(every: Every, day: date) -> date:
    """Return the Monday, or the first of the month, that follows the day."""
    if every is Every.WEEK:
        return day + timedelta(days=7 - day.weekday())
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
