"""The units whose posts an administrator may give."""

from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.procedures.models import Agency
from services.work import Work


def list_units(work: Work) -> list[tuple[UUID, str]]:
    """Return them by name; one's own alone for the administrator of a unit."""
    require_administrator(work)
    found = select(Agency.id, Agency.name).order_by(col(Agency.name), col(Agency.code))
    if work.actor.agency_id is not None:
        found = found.where(Agency.id == work.actor.agency_id)
    return [(number, name) for number, name in work.session.exec(found)]
