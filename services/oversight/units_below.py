"""Sums of the units below one's own: counts only, nobody's name (AZ-6)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlmodel import col

from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Agency
from services.processing.desk import OWED, is_current_step, is_late
from services.processing.models import DossierStep
from services.work import Work


@dataclass(frozen=True)
class UnitSum:
    """One unit below: how much it owes, how much of it is late."""

    name: str
    owed: int
    late: int
    new: int


def units_below(work: Work, agency_id: UUID) -> tuple[UnitSum, ...]:
    """Return every unit below, at any depth, the one with most late work first."""
    below = (
        select(col(Agency.id))
        .where(col(Agency.parent_id) == agency_id)
        .cte("below", recursive=True)
    )
    below = below.union(
        select(col(Agency.id)).join(below, col(Agency.parent_id) == below.c.id)
    )
    late = func.count().filter(is_late(work.now))
    new = func.count().filter(col(Dossier.status) == DossierStatus.SUBMITTED)
    is_owed = and_(
        col(Dossier.agency_id) == Agency.id,
        col(Dossier.status).in_(OWED),
        ~col(Dossier.is_bundle),
    )
    query = (
        select(col(Agency.name), func.count(col(Dossier.id)), late, new)
        .select_from(Agency)
        .join(below, below.c.id == Agency.id)
        .outerjoin(Dossier, is_owed)
        .outerjoin(DossierStep, is_current_step())
        .group_by(col(Agency.id), col(Agency.name))
        .order_by(late.desc(), func.count(col(Dossier.id)).desc(), col(Agency.name))
    )
    return tuple(UnitSum(*row) for row in work.session.execute(query))
