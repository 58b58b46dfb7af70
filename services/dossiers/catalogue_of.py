"""The catalogue entry of a dossier that was handed in."""

from typing import Any

from sqlmodel import col, select

from services.dossiers.catalogue import Catalogue, parts_as_json, read_catalogue
from services.dossiers.models import Dossier
from services.procedures.models import Procedure, Sector
from services.work import Work


def catalogue_of(work: Work, dossier: Dossier) -> Catalogue:
    """Return it as it is now: which kinds of file its papers take."""
    query: Any = (  # Any: more columns than the typed `select` knows
        select(Procedure, Sector.name, *parts_as_json())
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .where(Procedure.id == dossier.procedure_id)
    )
    procedure, sector, *parts = work.session.exec(query).one()
    return read_catalogue(procedure, sector, parts)
