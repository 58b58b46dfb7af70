"""Walk a process with an invented day: when each step would be due (A04)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.core.working_days import WorkCalendar, add_working_hours
from services.processes.definition import StepDefinition
from services.processes.rules import ways


@dataclass(frozen=True)
class TriedStep:
    """One step of the walk: which way led here, when it starts, when it is due."""

    key: str
    name: str
    way: str  # what is pressed to get here; empty for the one that follows
    hours: float
    starts_at: datetime
    due_at: datetime


def try_out(
    steps: Sequence[StepDefinition],
    calendar: WorkCalendar,
    received_at: datetime,
    whole_hours: float,
    chosen: Sequence[str] = (),
) -> tuple[TriedStep, ...]:
    """Return the walk from the first step to the end, by the ways chosen.

    Where nothing is chosen it takes the way that leads on in the list, so that a
    loop back is walked only when somebody asks for it. Each step uses all its time.
    """
    by_key = {step.key: step for step in steps}
    promised = add_working_hours(calendar, received_at, whole_hours)
    walked, left, starts_at = list[TriedStep](), list(chosen), received_at
    step: StepDefinition | None = steps[0] if steps else None
    way, most = "", len(steps) * (len(chosen) + 1)
    while step is not None and len(walked) < most:
        hours = step.hours or step.share * whole_hours
        due_at = min(add_working_hours(calendar, starts_at, hours), promised)
        due_at = max(due_at, starts_at)
        walked.append(TriedStep(step.key, step.name, way, hours, starts_at, due_at))
        following = _following(step, steps, left)
        named = {branch.to: branch.name for branch in step.branches}
        way, starts_at = named.get(following, ""), due_at
        step = by_key.get(following)
    return tuple(walked)


def _following(
    step: StepDefinition, steps: Sequence[StepDefinition], chosen: list[str]
) -> str:
    leads = ways(steps)[step.key]
    if chosen and chosen[0] in leads and len(leads) > 1:
        return chosen.pop(0)
    order = [one.key for one in steps]
    onward = [
        to for to in leads if to in order and order.index(to) > order.index(step.key)
    ]
    return next(iter(onward or leads), "")
