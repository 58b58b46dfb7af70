"""The name of the officer's own agency, for the head of every desk page."""

from services.procedures.models import Agency
from services.work import Work


def my_unit(work: Work) -> str:
    """Return where this officer works."""
    work.actor.require_officer()
    agency = work.session.get(Agency, work.actor.agency_id)
    return agency.name if agency else ""
