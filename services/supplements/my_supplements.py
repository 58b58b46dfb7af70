"""The dossiers that wait for something of one's own (Hồ sơ yêu cầu bổ sung)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from services.dossiers.access import visible_to
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Agency, Procedure
from services.supplements.models import SupplementPoint, SupplementRequest
from services.supplements.queries import OPEN
from services.work import Work

MOST = 100


@dataclass(frozen=True)
class SupplementRow:
    """One dossier that waits for an answer."""

    dossier_id: UUID
    code: str
    procedure_name: str
    agency_name: str
    applicant_name: str
    asked_at: datetime | None
    deadline: datetime
    is_past: bool
    points: int


def my_supplements(work: Work) -> tuple[SupplementRow, ...]:
    """Return them, the nearest deadline first, in one statement."""
    work.actor.require_citizen()
    points = (
        select(func.count())
        .where(SupplementPoint.request_id == SupplementRequest.id)
        .correlate(SupplementRequest)
        .scalar_subquery()
    )
    found = work.session.exec(
        select(Dossier, SupplementRequest, Procedure.name, Agency.name, points)  # type: ignore[call-overload]
        .join(SupplementRequest, col(SupplementRequest.dossier_id) == Dossier.id)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(Agency, col(Agency.id) == Dossier.agency_id)
        .where(
            Dossier.status == DossierStatus.SUPPLEMENT,
            col(SupplementRequest.status).in_(OPEN),
            visible_to(work),
        )
        .order_by(col(SupplementRequest.deadline), col(Dossier.id))
        .limit(MOST)
    )
    return tuple(
        SupplementRow(
            dossier_id=dossier.id,
            code=dossier.code or "",
            procedure_name=procedure,
            agency_name=agency or "",
            applicant_name=dossier.applicant_name,
            asked_at=request.asked_at,
            deadline=request.deadline,
            is_past=work.now > request.deadline,
            points=count,
        )
        for dossier, request, procedure, agency, count in found
    )


def count_supplements(work: Work) -> int:
    """Count them, for the side menu."""
    work.actor.require_citizen()
    waiting = select(func.count()).where(
        Dossier.status == DossierStatus.SUPPLEMENT, visible_to(work)
    )
    return work.session.exec(waiting).one()
