"""What waits for the leader's word at a unit (O16)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.dossiers.models import Dossier
from services.work import Role, Work


@dataclass(frozen=True)
class WaitingDecision:
    """One proposal in the leader's list, the earliest promise first."""

    decision_id: UUID
    code: str
    kind: DecisionKind
    refusal: str
    procedure_name: str
    applicant_name: str
    ground: str
    proposed_by: str
    proposed_at: datetime
    due_at: datetime | None
    is_mine: bool  # proposed by who looks: somebody else must agree


def waiting_for_leader(work: Work) -> tuple[WaitingDecision, ...]:
    """List the proposals of the leader's own agency (AZ-6)."""
    me = work.actor.require_officer(Role.APPROVER)
    if work.actor.agency_id is None:
        raise NotFound("agency")
    query = (
        select(Decision, Dossier)
        .join(Dossier, col(Dossier.id) == col(Decision.dossier_id))
        .where(
            Decision.state == DecisionState.PROPOSED,
            Decision.agency_id == work.actor.agency_id,
            Dossier.agency_id == work.actor.agency_id,
        )
        .order_by(col(Dossier.due_at).nulls_last(), col(Decision.proposed_at))
    )
    return tuple(
        WaitingDecision(
            decision_id=one.id,
            code=dossier.code or "",
            kind=one.kind,
            refusal=one.refusal,
            procedure_name=str(dossier.frozen["procedure_name"]),
            applicant_name=dossier.applicant_name,
            ground=one.ground,
            proposed_by=one.proposed_by_name,
            proposed_at=one.proposed_at,
            due_at=dossier.due_at,
            is_mine=one.proposed_by_id == me,
        )
        for one, dossier in work.session.exec(query)
    )
