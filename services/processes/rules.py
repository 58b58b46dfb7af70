"""Rules of a process: it ends, it is decided by a second person, its time adds up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from services.processes.definition import StepDefinition
from services.work import Role

TOLERANCE = 0.001


class ProcessFault(StrEnum):
    """What may be wrong with a process."""

    NO_STEPS = "process_no_steps"
    KEY_TWICE = "process_key_twice"
    TARGET_UNKNOWN = "process_target_unknown"
    TARGET_SELF = "process_target_self"
    UNREACHABLE = "process_unreachable"
    NO_WAY_OUT = "process_no_way_out"
    NO_APPROVER = "process_no_approver"
    NOBODY_PREPARES = "process_nobody_prepares"
    END_BRANCHES = "process_end_branches"
    SHARES = "process_shares"
    HOURS = "process_hours"
    HOURS_AND_SHARE = "process_hours_and_share"
    UNPREPARED = "process_unprepared"


def problems_of(steps: Sequence[StepDefinition]) -> dict[str, ProcessFault]:
    """Return what is wrong, by field: `steps`, or `step.<key>` of one step."""
    if not steps:
        return {"steps": ProcessFault.NO_STEPS}
    whole = _whole(steps)
    single = {f"step.{one.key}": fault for one in steps if (fault := _of(one, steps))}
    return whole | single


def ways(steps: Sequence[StepDefinition]) -> dict[str, tuple[str, ...]]:
    """Return where each step leads: its branches, else the next one in the list."""
    after = [*(step.key for step in steps[1:]), ""]
    return {
        step.key: tuple(b.to for b in step.branches) or ((nxt,) if nxt else ())
        for step, nxt in zip(steps, after, strict=True)
    }


def reachable(graph: Mapping[str, Sequence[str]], start: str) -> set[str]:
    """Return what one gets to from there, the start included."""
    seen, waiting = set[str](), [start]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting.extend(graph.get(key, ()))
    return seen


def _whole(steps: Sequence[StepDefinition]) -> dict[str, ProcessFault]:
    if steps[-1].role is not Role.APPROVER:
        return {"steps": ProcessFault.NO_APPROVER}
    if all(step.role is Role.APPROVER for step in steps):
        return {"steps": ProcessFault.NOBODY_PREPARES}
    shared = [step.share for step in steps if step.share]
    if shared and abs(sum(shared) - 1) > TOLERANCE:
        return {"steps": ProcessFault.SHARES}
    if not _is_prepared(steps):
        return {"steps": ProcessFault.UNPREPARED}
    return {}


def _is_prepared(steps: Sequence[StepDefinition]) -> bool:
    """Say whether every way to the end passes somebody who prepares."""
    approvers = {step.key for step in steps if step.role is Role.APPROVER}
    start, end = steps[0].key, steps[-1].key
    if start not in approvers:
        return True
    graph = {key: to for key, to in ways(steps).items() if key in approvers}
    return end not in reachable(graph, start)


def _of(step: StepDefinition, steps: Sequence[StepDefinition]) -> ProcessFault | None:
    graph, last = ways(steps), steps[-1]
    keys = Counter(one.key for one in steps)
    targets = [branch.to for branch in step.branches]
    checks = {
        ProcessFault.KEY_TWICE: keys[step.key] > 1,
        ProcessFault.TARGET_UNKNOWN: any(to not in keys for to in targets),
        ProcessFault.TARGET_SELF: step.key in targets,
        ProcessFault.END_BRANCHES: step is last and bool(targets),
        ProcessFault.HOURS: step.hours < 0
        or step.share < 0
        or not (step.hours or step.share),
        ProcessFault.HOURS_AND_SHARE: bool(step.hours and step.share),
        ProcessFault.UNREACHABLE: step.key not in reachable(graph, steps[0].key),
        ProcessFault.NO_WAY_OUT: last.key not in reachable(graph, step.key),
    }
    return next((fault for fault, is_wrong in checks.items() if is_wrong), None)
