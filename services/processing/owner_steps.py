"""The steps of a dossier as its people follow them: unit, start, due, done (C16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from services.processing.models import DossierStep, StepState
from services.processing.queries import readable_dossier, steps_of
from services.work import Work


@dataclass(frozen=True)
class OwnerStep:
    """One step; which officer does it stays with the office."""

    id: UUID
    name: str
    state: StepState
    started_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None


def owner_steps(work: Work, code: str) -> tuple[OwnerStep, ...]:
    """Return the steps to whoever sees the dossier; none before reception."""
    return steps_for_owner(work.session, readable_dossier(work, code).id)


def steps_for_owner(session: Session, dossier_id: UUID) -> tuple[OwnerStep, ...]:
    """Return the steps of a dossier that was found to be the reader's."""
    return owner_views(steps_of(session, dossier_id))


def owner_views(steps: Iterable[DossierStep]) -> tuple[OwnerStep, ...]:
    """Return the steps as their people follow them."""
    return tuple(
        OwnerStep(
            step.id, step.name, step.state, step.started_at, step.due_at, step.done_at
        )
        for step in steps
        if step.state is not StepState.SKIPPED
    )
