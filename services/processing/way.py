"""The way through the steps: branches, the step that follows, a return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.core.errors import RuleViolation
from services.processing.models import DossierStep, StepState


@dataclass(frozen=True)
class Way:
    """A way on from a step: to which one, and what the button says."""

    to: str
    name: str


@dataclass(frozen=True)
class StepTerms:
    """What the definition lets be done at a step; old dossiers know no limits."""

    ways: tuple[Way, ...] = ()
    opinions: bool = True
    financial: bool = False
    may_suspend: bool = True
    may_extend: bool = True
    may_stop: bool = True


def terms_of(step: DossierStep) -> StepTerms:
    """Read the terms of a step, as they were frozen with the dossier."""
    said = step.terms
    return StepTerms(
        ways=tuple(Way(w["to"], w["name"]) for w in said.get("branches", ())),
        opinions=bool(said.get("opinions", True)),
        financial=bool(said.get("financial", False)),
        may_suspend=bool(said.get("may_suspend", True)),
        may_extend=bool(said.get("may_extend", True)),
        may_stop=bool(said.get("may_stop", True)),
    )


def following(
    step: DossierStep, steps: Sequence[DossierStep], way: str = ""
) -> DossierStep:
    """Return the step the dossier goes to: the way chosen, else the next one."""
    ways = [one.to for one in terms_of(step).ways]
    if not ways:
        return steps[steps.index(step) + 1]
    chosen = way or (ways[0] if len(ways) == 1 else "")
    if not chosen:
        raise RuleViolation({"way": "way_missing"})
    found = next((other for other in steps if other.key == chosen), None)
    if chosen not in ways or found is None:
        raise RuleViolation({"way": "way_unknown"})
    return found


def go_to(target: DossierStep, steps: Sequence[DossierStep], now: datetime) -> None:
    """Open the step: what lies between is passed by, what lies behind opens again.

    A step that opens again after it was done goes back to whoever did it.
    """
    for step in steps:
        if step.position > target.position:
            _wait(step)
        elif step.position < target.position and step.state is not StepState.DONE:
            step.state = StepState.SKIPPED
    target.state, target.started_at, target.done_at = StepState.CURRENT, now, None
    target.holder_id, target.done_by_id = target.done_by_id, None


def returnable(
    step: DossierStep, steps: Sequence[DossierStep]
) -> tuple[DossierStep, ...]:
    """Return the steps a dossier may be sent back to: those done before this one."""
    return tuple(
        other
        for other in steps
        if other.position < step.position and other.state == StepState.DONE
    )


def _wait(step: DossierStep) -> None:
    step.state, step.opinion = StepState.WAITING, ""
    step.holder_id = step.done_by_id = None
    step.started_at = step.due_at = step.done_at = None
