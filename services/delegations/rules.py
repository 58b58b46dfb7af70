"""How long a delegation may last, and for how many people (AZ-10)."""

from datetime import date, timedelta

from services.core.errors import RuleViolation
from services.delegations.faults import DelegationFault
from services.delegations.models import DelegationKind

ADULT_AT = 18
MOST_YEARS = {DelegationKind.RELATIVE: 2, DelegationKind.ORGANISATION: 3}
MOST_GIVEN = {DelegationKind.RELATIVE: 20, DelegationKind.ORGANISATION: 500}
VERIFIED_LEVEL = 2  # IAL2: the personal number was compared with a register


def years_after(day: date, years: int) -> date:
    """Return the same day some years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def last_day_of_childhood(born: date) -> date:
    """Return the day before the eighteenth birthday."""
    return years_after(born, ADULT_AT) - timedelta(days=1)


def check_days(
    kind: DelegationKind, starts_on: date, ends_on: date, today: date
) -> None:
    """Refuse a delegation that begins in the past, ends first or lasts too long."""
    if starts_on < today:
        raise RuleViolation({"starts_on": DelegationFault.IN_PAST})
    if ends_on < starts_on:
        raise RuleViolation({"ends_on": DelegationFault.ENDS_FIRST})
    if ends_on > years_after(starts_on, MOST_YEARS[kind]):
        raise RuleViolation({"ends_on": DelegationFault.TOO_LONG})
