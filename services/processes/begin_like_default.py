"""Begin a process of its own with the steps of the province's default (A04)."""

from services.core.clock import local_day
from services.processes.definition import StepDefinition
from services.processes.in_force import definition_for
from services.processes.queries import require_administrator
from services.processes.save_draft import (
    ProcessForm,
    Saved,
    StepForm,
    begin_process,
)
from services.work import Work


def begin_like_default(work: Work, name: str, code: str, level: str) -> Saved:
    """Begin a draft for a procedure or a level of units."""
    require_administrator(work)
    default = definition_for(work.session, "", "", local_day(work.now))
    steps = tuple(_form(step) for step in default.steps) if default else ()
    form = ProcessForm(name=name, procedure_code=code, agency_level=level, steps=steps)
    return begin_process(work, form)


def _form(step: StepDefinition) -> StepForm:
    time = f"{step.share * 100:g}%" if step.share else f"{step.hours:g}"
    branches = tuple((branch.to, branch.name) for branch in step.branches)
    return StepForm(step.key, step.name, str(step.role), time, branches)
