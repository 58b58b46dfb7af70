"""Rules of processing: the steps of a process, four eyes, what a dossier must hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.processing.models import DossierStep, StepState
from services.work import Role

STEP_ROLES = frozenset({Role.PROCESSING, Role.APPROVER})


@dataclass(frozen=True)
class StepPlan:
    """One step of a process, before any dossier takes it."""

    name: str
    role: Role
    hours: float = 0  # office hours it may take
    share: float = 0  # instead of hours: its part of the whole time limit

    def allotted(self, whole: float) -> float:
        """Return the office hours of the step, of the hours to the promised date."""
        return self.hours or self.share * whole


# Any: a definition is JSON written by an administrator, or TOML of the profile.
Definition = Sequence[Mapping[str, Any]]


def process_of(own: Definition, default: Definition) -> tuple[StepPlan, ...]:
    """Return the steps a dossier is received under.

    Somebody prepares, then somebody else approves: a process that does not end so
    would let one person decide alone (AZ-9), and gives way to the province's own.
    """
    plans = _plans(own)
    roles = [plan.role for plan in plans]
    if Role.PROCESSING in roles and roles[-1] == Role.APPROVER:
        return plans
    return _plans(default)


def current_step(steps: Iterable[DossierStep]) -> DossierStep | None:
    """Return the step under way, if any."""
    return next((step for step in steps if step.state == StepState.CURRENT), None)


def is_barred(step: DossierStep, steps: Iterable[DossierStep], officer: UUID) -> bool:
    """Say whether four eyes keep the officer off the step (AZ-9).

    Who prepared a dossier cannot approve it, whatever roles the person holds.
    """
    return step.role == Role.APPROVER and is_handler(steps, officer)


def is_handler(steps: Iterable[DossierStep], officer: UUID) -> bool:
    """Say whether the officer prepares, or prepared, this dossier."""
    return any(
        officer in (step.holder_id, step.done_by_id)
        for step in steps
        if step.role != Role.APPROVER
    )


def may_take(
    step: DossierStep,
    steps: Sequence[DossierStep],
    officer: UUID,
    roles: Iterable[Role],
) -> bool:
    """Say whether the step is free and open to this officer."""
    is_free = step.state == StepState.CURRENT and step.holder_id is None
    return is_free and step.role in set(roles) and not is_barred(step, steps, officer)


def _plans(definition: Definition) -> tuple[StepPlan, ...]:
    """Read a definition; reception and return frame the process, so are no steps."""
    plans = (
        StepPlan(
            name=str(step["name"]),
            role=Role(step["role"]),
            hours=float(step.get("hours", 0)),
            share=float(step.get("share", 0)),
        )
        for step in definition
    )
    return tuple(plan for plan in plans if plan.role in STEP_ROLES)
