"""Second requests for supplements that wait for the leader's word (O06)."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from services.dossiers.models import Dossier
from services.oversight.agency_of import agency_of
from services.supplements.models import RequestStatus, SupplementRequest
from services.work import Role, Work


@dataclass(frozen=True)
class WaitingRequest:
    """One request: which dossier, written by whom, why a second one is needed."""

    code: str
    asked_by: str
    why_again: str
    written_at: datetime


def waiting_requests(work: Work) -> tuple[WaitingRequest, ...]:
    """Return the unit's requests that are not sent yet, the oldest first (AZ-6)."""
    work.actor.require_officer(Role.APPROVER)
    query = (
        select(SupplementRequest, Dossier.code)
        .join(Dossier, col(Dossier.id) == SupplementRequest.dossier_id)
        .where(
            SupplementRequest.status == RequestStatus.WAITING,
            Dossier.agency_id == agency_of(work),
        )
        .order_by(col(SupplementRequest.written_at))
    )
    return tuple(
        WaitingRequest(code or "", one.asked_by_name, one.why_again, one.written_at)
        for one, code in work.session.exec(query)
    )
