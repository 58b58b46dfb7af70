"""Processes as the pages of administrators draw them (A04)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.core.clock import local_day
from services.procedures.models import Procedure
from services.processes.definition import StepDefinition, read_steps
from services.processes.models import ProcessState, ProcessVersion
from services.processes.queries import OPEN, require_administrator, versions_of
from services.processes.rules import ProcessFault, problems_of
from services.work import Work

MOST_NAMED = 20


@dataclass(frozen=True)
class ProcessLine:
    """One process in the list, by its newest version and the one in force."""

    process_id: UUID
    name: str
    procedure_code: str
    agency_level: str
    version: int
    state: ProcessState
    valid_from: date
    steps: tuple[str, ...]
    in_force: int  # the version that rules now; 0: none


@dataclass(frozen=True)
class VersionView:
    """One version, with what was done to it by whom."""

    id: UUID
    version: int
    state: ProcessState
    valid_from: date
    edition: int
    written_by: str
    written_at: datetime
    reviewed_by: str
    reviewed_at: datetime | None


@dataclass(frozen=True)
class ProcessView:
    """A process: the version on the page, all versions, and who uses it."""

    process_id: UUID
    name: str
    procedure_code: str
    agency_level: str
    shown: VersionView
    steps: tuple[StepDefinition, ...]
    problems: dict[str, ProcessFault]
    versions: tuple[VersionView, ...]
    in_force: int
    used_by: tuple[str, ...]  # the first procedures, code and name
    used_by_all: bool  # the default: of every procedure without one of its own
    may_edit: bool
    may_publish: bool


def list_processes(work: Work) -> tuple[ProcessLine, ...]:
    """Return every process, the default of the province first."""
    require_administrator(work)
    query = select(ProcessVersion).order_by(
        col(ProcessVersion.procedure_code),
        col(ProcessVersion.agency_level),
        col(ProcessVersion.version).desc(),
    )
    by_process: dict[UUID, list[ProcessVersion]] = {}
    for row in work.session.exec(query):
        by_process.setdefault(row.process_id, []).append(row)
    today = local_day(work.now)
    return tuple(_line(versions, today) for versions in by_process.values())


def show_process(work: Work, process_id: UUID) -> ProcessView:
    """Show the version being worked on, else the newest one that was not withdrawn."""
    me = require_administrator(work)
    versions = versions_of(work.session, process_id)
    shown = _shown(versions)
    names = _names(work, versions)
    steps = read_steps(shown.steps)
    is_proposed = shown.state is ProcessState.PROPOSED
    writers = (shown.written_by_id, shown.proposed_by_id)
    return ProcessView(
        process_id=process_id,
        name=shown.name,
        procedure_code=shown.procedure_code,
        agency_level=shown.agency_level,
        shown=_version(shown, names),
        steps=steps,
        problems=problems_of(steps),
        versions=tuple(_version(one, names) for one in versions),
        in_force=_ruling(versions, local_day(work.now)),
        used_by=_used_by(work, shown.procedure_code),
        used_by_all=shown.procedure_code == "",
        may_edit=shown.state in OPEN,
        may_publish=is_proposed and me not in writers,
    )


def _line(versions: Sequence[ProcessVersion], today: date) -> ProcessLine:
    newest = _shown(versions)
    return ProcessLine(
        process_id=newest.process_id,
        name=newest.name,
        procedure_code=newest.procedure_code,
        agency_level=newest.agency_level,
        version=newest.version,
        state=newest.state,
        valid_from=newest.valid_from,
        steps=tuple(str(step["name"]) for step in newest.steps),
        in_force=_ruling(versions, today),
    )


def _shown(versions: Sequence[ProcessVersion]) -> ProcessVersion:
    kept = [one for one in versions if one.state is not ProcessState.WITHDRAWN]
    return (kept or list(versions))[0]


def _ruling(versions: Sequence[ProcessVersion], today: date) -> int:
    ruling = [
        one
        for one in versions
        if one.state is ProcessState.PUBLISHED and one.valid_from <= today
    ]
    return max(ruling, key=lambda o: (o.valid_from, o.version)).version if ruling else 0


def _version(row: ProcessVersion, names: dict[UUID, str]) -> VersionView:
    return VersionView(
        id=row.id,
        version=row.version,
        state=row.state,
        valid_from=row.valid_from,
        edition=row.edition,
        written_by=names.get(row.written_by_id, "") if row.written_by_id else "",
        written_at=row.written_at,
        reviewed_by=names.get(row.reviewed_by_id, "") if row.reviewed_by_id else "",
        reviewed_at=row.reviewed_at,
    )


def _names(work: Work, versions: Sequence[ProcessVersion]) -> dict[UUID, str]:
    wanted = {
        one for v in versions for one in (v.written_by_id, v.reviewed_by_id) if one
    }
    query = select(Account.id, Account.full_name).where(col(Account.id).in_(wanted))
    return dict(work.session.exec(query).all()) if wanted else {}


def _used_by(work: Work, code: str) -> tuple[str, ...]:
    """Return the procedures that name it; of the default, those filed here."""
    query = select(Procedure.code, Procedure.name).order_by(col(Procedure.code))
    if code:
        query = query.where(Procedure.code == code)
    else:
        own = select(ProcessVersion.procedure_code).where(
            ProcessVersion.state == ProcessState.PUBLISHED,
            ProcessVersion.procedure_code != "",
        )
        query = query.where(
            col(Procedure.is_filed_here), col(Procedure.code).not_in(own)
        )
    found = work.session.exec(query.limit(MOST_NAMED))
    return tuple(f"{one} {name}" for one, name in found)
