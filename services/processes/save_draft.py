"""Keep a draft of a process; drafts may be incomplete (R2)."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_date
from services.core.text import clean
from services.procedures.models import AgencyLevel, Procedure
from services.processes.definition import (
    MOST_STEPS,
    Branch,
    StepDefinition,
    store_steps,
)
from services.processes.models import ProcessState, ProcessVersion
from services.processes.queries import (
    OPEN,
    lock_version,
    next_number,
    require_administrator,
    versions_of,
)
from services.work import Role, Work

HOURS = (0.0, 10_000.0)
MOST_NAME = 120


@dataclass(frozen=True)
class StepForm:
    """A step as it was typed: time is hours (`16`) or a share (`70%`)."""

    key: str
    name: str
    role: str
    time: str
    branches: tuple[tuple[str, str], ...] = ()  # to which step, what is pressed
    opinions: bool = True
    financial: bool = False
    may_suspend: bool = True
    may_extend: bool = True
    may_stop: bool = True


@dataclass(frozen=True)
class ProcessForm:
    """A version as it was typed."""

    name: str
    procedure_code: str = ""
    agency_level: str = ""
    valid_from: str = ""
    steps: tuple[StepForm, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Saved:
    """Where the draft is kept."""

    process_id: UUID
    version_id: UUID
    edition: int


def begin_process(work: Work, form: ProcessForm) -> Saved:
    """Begin a process of its own, for a procedure or a level of units."""
    return _add(work, uuid4(), form)


def begin_version(work: Work, process_id: UUID) -> Saved:
    """Begin the next version as a copy of the newest; one is worked on at a time."""
    writer = require_administrator(work)
    versions = versions_of(work.session, process_id)
    if waiting := next((one for one in versions if one.state in OPEN), None):
        return Saved(process_id, waiting.id, waiting.edition)
    newest = versions[0]
    copy = ProcessVersion(
        process_id=process_id,
        version=newest.version + 1,
        name=newest.name,
        procedure_code=newest.procedure_code,
        agency_level=newest.agency_level,
        valid_from=local_day(work.now),
        steps=newest.steps,
        written_by_id=writer,
        written_at=work.now,
    )
    return _kept(work, copy)


def save_draft(work: Work, version_id: UUID, form: ProcessForm, edition: int) -> Saved:
    """Keep what was typed. A version that is proposed goes back to being a draft."""
    writer = require_administrator(work)
    version = lock_version(work, version_id, edition)
    if version.state not in OPEN:
        raise Conflict("process_published")
    _write(work, version, form)
    version.state, version.proposed_by_id = ProcessState.DRAFT, None
    version.written_by_id, version.written_at = writer, work.now
    version.edition += 1
    return _kept(work, version)


def _add(work: Work, process_id: UUID, form: ProcessForm) -> Saved:
    writer = require_administrator(work)
    version = ProcessVersion(
        process_id=process_id,
        version=next_number(work.session, process_id),
        name="",
        valid_from=local_day(work.now),
        written_by_id=writer,
        written_at=work.now,
    )
    _write(work, version, form)
    return _kept(work, version)


def _kept(work: Work, version: ProcessVersion) -> Saved:
    work.session.add(version)
    work.session.flush()
    record(work, "process.saved", version.id, steps=len(version.steps))
    return Saved(version.process_id, version.id, version.edition)


def _write(work: Work, version: ProcessVersion, form: ProcessForm) -> None:
    """Read the form; whatever cannot be read is named at once."""
    problems: dict[str, str] = {}
    name = clean(form.name)[:200]
    if not name:
        problems["name"] = "process_name"
    day = _day(form.valid_from, problems) if form.valid_from else version.valid_from
    code = form.procedure_code.strip()
    known = select(Procedure.id).where(Procedure.code == code)
    if code and work.session.exec(known).first() is None:
        problems["procedure_code"] = "process_procedure"
    if form.agency_level and form.agency_level not in set(AgencyLevel):
        problems["agency_level"] = "process_level"
    if len(form.steps) > MOST_STEPS:
        problems["steps"] = "process_too_many"
    steps = [_step(one, problems) for one in form.steps]
    if problems:
        raise RuleViolation(problems)
    version.name, version.procedure_code = name, code
    version.agency_level, version.valid_from = form.agency_level, day
    version.steps = store_steps([step for step in steps if step])


def _day(text: str, problems: dict[str, str]) -> date:
    try:
        return read_date(text)
    except Unreadable as fault:
        problems["valid_from"] = fault.key
        return date.min


def _step(form: StepForm, problems: dict[str, str]) -> StepDefinition | None:
    field_name = f"step.{form.key}"
    name, time = clean(form.name)[:MOST_NAME], _time(form.time)
    if not name:
        problems[field_name] = "process_step_name"
    elif form.role not in (Role.PROCESSING, Role.APPROVER):
        problems[field_name] = "process_step_role"
    elif time is None:
        problems[field_name] = "process_step_time"
    elif any(not to or not clean(says) for to, says in form.branches):
        problems[field_name] = "process_branch_empty"
    if field_name in problems or time is None:
        return None
    return StepDefinition(
        key=form.key,
        name=name,
        role=Role(form.role),
        hours=time[0],
        share=time[1],
        branches=tuple(
            Branch(to=to, name=clean(says)[:MOST_NAME]) for to, says in form.branches
        ),
        opinions=form.opinions,
        financial=form.financial,
        may_suspend=form.may_suspend,
        may_extend=form.may_extend,
        may_stop=form.may_stop,
    )


def _time(text: str) -> tuple[float, float] | None:
    """Read hours (`16`, `4,5`) or a share (`70%`); None is neither."""
    said = text.strip().replace(",", ".").replace(" ", "")
    is_share = said.endswith("%")
    try:
        number = float(said.removesuffix("%"))
    except ValueError:
        return None
    if is_share:
        return (0.0, round(number / 100, 4)) if 0 < number <= 100 else None
    return (number, 0.0) if HOURS[0] < number <= HOURS[1] else None
