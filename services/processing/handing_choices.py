"""Whom a dossier may be handed to, and who may be asked about it."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import Conflict
from services.procedures.models import Agency
from services.processing.queries import agency_dossier, steps_of
from services.processing.reassign import Colleague, colleagues, may_hold
from services.processing.rules import current_step
from services.work import Role, Work


@dataclass(frozen=True)
class Unit:
    """A unit of the province."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Choices:
    """The officers one may name; the units, when anybody may be asked."""

    officers: tuple[Colleague, ...]
    units: tuple[Unit, ...] = ()
    unit_id: UUID | None = None


def who_may_hold(work: Work, code: str) -> Choices:
    """Return the officers the step under way may be given to, but its holder."""
    work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code)
    steps = steps_of(work.session, dossier.id)
    step = current_step(steps)
    if step is None:
        raise Conflict("not_in_process")
    found = may_hold(work, step, steps)
    return Choices(tuple(one for one in found if one.id != step.holder_id))


def who_may_be_asked(work: Work, code: str, unit_id: UUID | None = None) -> Choices:
    """Return the officers of a unit of the province, one's own to begin with."""
    me = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    agency_dossier(work, code)
    units = select(Agency.id, Agency.name).where(col(Agency.is_receiving))
    named = tuple(Unit(*row) for row in work.session.exec(units.order_by(Agency.name)))
    own = work.actor.agency_id
    chosen = unit_id if unit_id in {unit.id for unit in named} else own
    found = colleagues(work, chosen) if chosen else ()
    return Choices(tuple(one for one in found if one.id != me), named, chosen)
