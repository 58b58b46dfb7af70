"""What other systems handed over and nobody here can take yet (A07)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal, union_all
from sqlmodel import col, select

from services.arrivals.models import ArrivedDossier
from services.interlinked_desk.models import ArrivedBundle
from services.outbox.models import Outward
from services.outbox.scope import require_counter
from services.work import Work

MOST = 50


@dataclass(frozen=True)
class Parked:
    """One that waits; `lacks` is what is unknown here: unit or procedure."""

    system: Outward
    their_code: str
    unit: str
    procedure: str
    lacks: str
    arrived_at: datetime


def list_parked(work: Work) -> tuple[Parked, ...]:
    """Return them, the longest waiting first, in one statement; no names are in it.

    Each is tried again at every round: who enters the unit or the procedure need do
    nothing more.
    """
    require_counter(work)
    if work.actor.agency_id is not None:
        return ()  # of no unit yet: the province's to mend
    alone = select(  # type: ignore[call-overload]
        ArrivedDossier.system,
        col(ArrivedDossier.their_code).label("code"),
        ArrivedDossier.unit,
        ArrivedDossier.procedure,
        ArrivedDossier.parked,
        ArrivedDossier.arrived_at,
    ).where(ArrivedDossier.parked != "")
    bundles = select(  # type: ignore[call-overload]
        literal(str(Outward.INTERLINKED_SERVICES)),
        ArrivedBundle.code,
        ArrivedBundle.unit,
        ArrivedBundle.procedure,
        ArrivedBundle.parked,
        ArrivedBundle.arrived_at,
    ).where(ArrivedBundle.parked != "")
    both = union_all(alone, bundles).order_by("arrived_at").limit(MOST)
    return tuple(
        Parked(Outward(system), *rest) for system, *rest in work.session.execute(both)
    )
