"""The unit an officer acts for."""

from uuid import UUID

from services.core.errors import NotFound
from services.work import Work


def agency_of(work: Work) -> UUID:
    """Return the unit of the post in force, or say that there is no such page."""
    if work.actor.agency_id is None:
        raise NotFound("agency")
    return work.actor.agency_id
