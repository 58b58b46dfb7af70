"""What the lists among the filters of the desk offer: sectors, officers of the unit."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.oversight.agency_of import agency_of
from services.procedures.models import Procedure, ProcedureUnit, Sector
from services.processing.reassign import Colleague, colleagues
from services.work import Role, Work


@dataclass(frozen=True)
class DeskChoices:
    """Sectors by code and name, and the officers with a post in force."""

    sectors: tuple[tuple[str, str], ...]
    officers: tuple[Colleague, ...]


def desk_choices(work: Work) -> DeskChoices:
    """Return what a unit receives and who works there, never another unit's."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    agency_id = agency_of(work)
    sectors = (
        select(Sector.code, Sector.name)
        .join(Procedure, col(Procedure.sector_id) == Sector.id)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .where(ProcedureUnit.agency_id == agency_id)
        .distinct()
        .order_by(Sector.name, Sector.code)
    )
    return DeskChoices(
        sectors=tuple((code, name) for code, name in work.session.exec(sectors)),
        officers=colleagues(work, agency_id),
    )
