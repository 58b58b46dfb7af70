"""Let a step go on: every opinion asked for has come, or the officer says why not."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_note
from services.processing.models import DossierStep
from services.processing.step_models import StepOpinion
from services.work import Work

REASON_LENGTHS = (5, 1000)


def close_opinions(work: Work, step: DossierStep, reason: str) -> int:
    """Close what was asked and not answered, with the reason; return how many."""
    waiting = [
        one
        for one in opinions_of(work.session, step.dossier_id, lock=True)
        if one.step_id == step.id and is_open(one)
    ]
    if not waiting:
        return 0
    if not reason.strip():
        raise RuleViolation({"without": "opinions_open"})
    try:
        words = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"without": fault.key}) from None
    for one in waiting:
        one.closed_at, one.closed_reason = work.now, words
        work.session.add(one)
    return len(waiting)


def is_open(opinion: StepOpinion) -> bool:
    """Say whether an answer is still awaited."""
    return opinion.answered_at is None and opinion.closed_at is None


def opinions_of(
    session: Session, dossier_id: UUID, lock: bool = False
) -> Sequence[StepOpinion]:
    """Return the questions asked about a dossier, the oldest first."""
    query = select(StepOpinion).where(StepOpinion.dossier_id == dossier_id)
    query = query.order_by(col(StepOpinion.asked_at), col(StepOpinion.id))
    return session.exec(query.with_for_update() if lock else query).all()
