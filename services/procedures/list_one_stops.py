"""The places where dossiers are handed in (Bộ phận Một cửa), for the help page."""

from sqlmodel import col, select

from services.procedures.models import Agency, AgencyLevel
from services.procedures.receiving_units import Unit
from services.work import Work

ORDER = {AgencyLevel.PROVINCE: 0, AgencyLevel.DEPARTMENT: 1, AgencyLevel.COMMUNE: 2}


def list_one_stops(work: Work) -> tuple[Unit, ...]:
    """Return every agency with a one-stop desk, the province's own first."""
    found = work.session.exec(select(Agency).where(col(Agency.is_receiving)))
    return tuple(
        Unit(a.id, a.code, a.name, a.level, a.address, a.phone, a.hours)
        for a in sorted(found, key=lambda a: (ORDER[a.level], a.code))
    )
