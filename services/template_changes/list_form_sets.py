"""List which circular's forms are in force when (A08); they change with a release."""

from services.administration.scope import require_administrator
from services.papers.form_sets import FormSetDates, form_sets
from services.work import Work


def list_form_sets(work: Work) -> tuple[FormSetDates, ...]:
    """Show them to an administrator, the latest first."""
    require_administrator(work)
    return form_sets()[::-1]
