"""Write the province's default process from its profile, once."""

from datetime import date
from typing import Any

from sqlmodel import select

from services.core.text import clean
from services.procedures.write_facts import stable_id
from services.processes.definition import StepDefinition, store_steps
from services.processes.models import ProcessState, ProcessVersion
from services.processes.rules import problems_of
from services.work import Role, Work

FIRST_DAY = date(2020, 1, 1)


def load_processes(work: Work) -> int:
    """Write version 1 of the default; what administrators did since stays theirs."""
    process_id = stable_id("process", "default")
    known = select(ProcessVersion.id).where(ProcessVersion.process_id == process_id)
    stated = work.province.profile.get("process", [])
    if work.session.exec(known).first() or not stated:
        return 0
    steps = [_step(one, number) for number, one in enumerate(stated, 1)]
    if faults := problems_of(steps):
        raise ValueError(f"[[process]] of the profile: {faults}")
    version = ProcessVersion(
        process_id=process_id,
        version=1,
        state=ProcessState.PUBLISHED,
        name=str(work.province.profile.get("process_name", work.province.name)),
        valid_from=FIRST_DAY,
        steps=store_steps(steps),
        written_at=work.now,
        reviewed_at=work.now,
    )
    work.session.add(version)
    return 1


def _step(stated: dict[str, Any], number: int) -> StepDefinition:
    """Read a `[[process]]` of the profile (Any: TOML)."""
    return StepDefinition(
        key=f"buoc-{number}",
        name=clean(str(stated["name"])),
        role=Role(stated["role"]),
        hours=float(stated.get("hours", 0)),
        share=float(stated.get("share", 0)),
    )
