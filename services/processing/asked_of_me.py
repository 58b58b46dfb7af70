"""The questions an officer was asked, the open ones first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.dossiers.models import Dossier
from services.processing.close_opinions import is_open
from services.processing.queries import names_of
from services.processing.step_models import StepOpinion
from services.work import Work

MOST = 50


@dataclass(frozen=True)
class AskedLine:
    """One question in the list."""

    id: UUID
    code: str
    question: str
    asked_by: str
    asked_at: datetime
    due_at: datetime
    is_open: bool
    is_answered: bool


def asked_of_me(work: Work) -> tuple[AskedLine, ...]:
    """Return what the officer was asked in this post, what is due first on top."""
    officer_id = work.actor.require_officer()
    query = (
        select(StepOpinion, Dossier.code)
        .join(Dossier, col(Dossier.id) == StepOpinion.dossier_id)
        .where(
            StepOpinion.officer_id == officer_id,
            StepOpinion.agency_id == work.actor.agency_id,
        )
        .order_by(
            col(StepOpinion.answered_at).is_not(None),
            col(StepOpinion.closed_at).is_not(None),
            col(StepOpinion.due_at),
        )
        .limit(MOST)
    )
    rows = work.session.exec(query).all()
    names = names_of(work.session, [opinion.asked_by_id for opinion, _ in rows])
    return tuple(
        AskedLine(
            id=opinion.id,
            code=code or "",
            question=opinion.question,
            asked_by=names.get(opinion.asked_by_id, ""),
            asked_at=opinion.asked_at,
            due_at=opinion.due_at,
            is_open=is_open(opinion),
            is_answered=opinion.answered_at is not None,
        )
        for opinion, code in rows
    )
