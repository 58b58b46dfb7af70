"""Who receives dossiers of a procedure (đơn vị nhận, C10)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.errors import NotFound
from services.procedures.index import current_index
from services.procedures.models import Agency, AgencyLevel
from services.work import Work


@dataclass(frozen=True)
class Unit:
    """An agency a person may choose, and where it is."""

    id: UUID
    code: str
    name: str
    level: AgencyLevel
    address: str
    phone: str
    hours: str


def units_of(work: Work, code: str) -> tuple[Unit, ...]:
    """Return the agencies entitled to the procedure that have a one-stop desk."""
    index = current_index(work.session)
    number = index.by_code.get(code)
    if number is None:
        raise NotFound("procedure")
    return units_by_code(work.session, index.documents[number].row.agencies)


def units_by_code(session: Session, codes: frozenset[str]) -> tuple[Unit, ...]:
    """Return receiving agencies, departments first, each level by its code."""
    found = session.exec(
        select(Agency).where(col(Agency.code).in_(codes), col(Agency.is_receiving))
    ).all()
    ordered = sorted(found, key=lambda a: (a.level is AgencyLevel.COMMUNE, a.code))
    return tuple(
        Unit(a.id, a.code, a.name, a.level, a.address, a.phone, a.hours)
        for a in ordered
    )
