"""The line that is left at a unit of a dossier it handed to the right one (AZ-6)."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from services.core.identifiers import read_dossier_code
from services.core.readers import Unreadable
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.propose import DESK
from services.dossiers.models import Dossier
from services.work import Work


@dataclass(frozen=True)
class Gone:
    """That it went, where to and when: nothing of the dossier itself."""

    code: str
    unit: str
    at: datetime
    by: str


def gone_to(work: Work, code_text: str) -> Gone | None:
    """Return where this unit sent a dossier that it no longer sees."""
    work.actor.require_officer(*DESK)
    try:
        code = read_dossier_code(code_text)
    except Unreadable:
        return None
    query = (
        select(Decision)
        .join(Dossier, col(Dossier.id) == col(Decision.dossier_id))
        .where(
            Dossier.code == code,
            Dossier.agency_id != work.actor.agency_id,
            Decision.agency_id == work.actor.agency_id,
            Decision.kind == DecisionKind.TRANSFER,
            Decision.state == DecisionState.APPROVED,
        )
        .order_by(col(Decision.decided_at).desc())
    )
    sent = work.session.exec(query).first()
    if sent is None:
        return None
    at = sent.decided_at or sent.proposed_at
    return Gone(code, sent.to_agency_name, at, sent.proposed_by_name)
