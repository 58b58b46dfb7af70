"""Rules of processing: the steps of a process, four eyes, what a dossier must hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from services.processing.models import DossierStep, StepState
from services.work import Role

STEP_ROLES = frozenset({Role.PROCESSING, Role.APPROVER})
# What a definition says of a step beside its name, role and time.
TERMS = (
    "branches",
    "opinions",
    "financial",
    "may_suspend",
    "may_extend",
    "may_stop",
)

# Any: a definition is JSON written by an administrator, or TOML of the profile.
Definition = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class StepPlan:
    """One step of a process, before any dossier takes it."""

    name: str
    role: Role
    hours: float = 0  # office hours it may take
    share: float = 0  # instead of hours: its part of the whole time limit
    key: str = ""
    terms: Mapping[str, Any] = field(default_factory=dict)  # Any: see TERMS

    def allotted(self, whole: float) -> float:
        """Return the office hours of the step, of the hours to the promised date."""
        return self.hours or self.share * whole


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

    Who prepared a dossier cannot approve it, and who approved a part of it cannot
    prepare it afterwards, whatever roles the person holds: a return to an earlier
    step or a reassignment opens no way round.
    """
    is_approval = step.role == Role.APPROVER
    return any(
        has_handled(other, officer)
        for other in steps
        if (other.role == Role.APPROVER) is not is_approval
    )


def is_handler(steps: Iterable[DossierStep], officer: UUID) -> bool:
    """Say whether the officer prepares, or prepared, this dossier."""
    return any(
        has_handled(step, officer) for step in steps if step.role != Role.APPROVER
    )


def has_handled(step: DossierStep, officer: UUID) -> bool:
    """Say whether the officer holds, held or finished the step, in any round."""
    return officer in (step.holder_id, step.done_by_id) or str(officer) in step.hands


def give_to(step: DossierStep, officer: UUID) -> None:
    """Give the step to an officer, and remember that it was in these hands."""
    step.holder_id = officer
    if str(officer) not in step.hands:
        step.hands = [*step.hands, str(officer)]


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
            hours=float(step.get("hours") or 0),
            share=float(step.get("share") or 0),
            key=str(step.get("key") or f"buoc-{number}"),
            terms={name: step[name] for name in TERMS if name in step},
        )
        for number, step in enumerate(definition, 1)
    )
    return tuple(plan for plan in plans if plan.role in STEP_ROLES)
