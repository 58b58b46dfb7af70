"""Whose numbers an officer may see: the own unit's; a leader's also those below."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.procedures.models import Agency
from services.work import Role, Work

READERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


@dataclass(frozen=True)
class Unit:
    """A unit whose dossiers may be counted."""

    id: UUID
    name: str


def own_unit(work: Work) -> UUID:
    """Return the unit whose lists the officer may read (AZ-6)."""
    work.actor.require_officer(*READERS)
    if work.actor.agency_id is None:
        raise NotFound("agency")
    return work.actor.agency_id


def units_below(work: Work) -> tuple[Unit, ...]:
    """Return the units below a leader's own: of those, sums and never a list."""
    agency_id = own_unit(work)
    if Role.APPROVER not in work.actor.roles:
        return ()
    query = select(Agency.id, Agency.name).where(Agency.parent_id == agency_id)
    return tuple(
        Unit(*row) for row in work.session.exec(query.order_by(col(Agency.name)))
    )
