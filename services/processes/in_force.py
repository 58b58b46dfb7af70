"""Which process a dossier handed in on a day goes through."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from services.core.clock import local_day
from services.procedures.models import Agency, Procedure
from services.processes.definition import ProcessDefinition, read_steps, store_steps
from services.processes.models import ProcessState, ProcessVersion
from services.work import Work


def definition_for(
    session: Session, procedure_code: str, agency_level: str, day: date
) -> ProcessDefinition | None:
    """Return the process in force: the procedure's own, else the province's.

    One for this level of unit goes before one for every level; of versions the
    latest that has begun. None before a deployment was seeded.
    """
    found = _in_force(session, (procedure_code, ""), agency_level, day)
    return None if found is None else as_definition(found)


def frozen_process(
    work: Work, procedure: Procedure, agency: Agency
) -> list[dict[str, Any]]:  # Any: JSON of the snapshot
    """Return the steps a dossier handed in now is frozen with (A04).

    Steps the catalogue states for the procedure itself go before the default of
    the province, not before a process an administrator wrote for it.
    """
    codes = [procedure.code]
    if not _is_own(procedure.process, work.province.profile.get("process", ())):
        codes.append("")
    found = _in_force(work.session, codes, str(agency.level), local_day(work.now))
    if found is None:
        return procedure.process
    return store_steps(read_steps(found.steps))


def as_definition(row: ProcessVersion) -> ProcessDefinition:
    """Return a stored version as its definition."""
    return ProcessDefinition(
        name=row.name,
        procedure_code=row.procedure_code,
        valid_from=row.valid_from,
        version=row.version,
        steps=read_steps(row.steps),
    )


def _is_own(
    stated: Sequence[dict[str, Any]], default: Sequence[dict[str, Any]]
) -> bool:
    """Say whether the catalogue's steps are others than the profile's."""
    named = [(step["name"], step["role"]) for step in stated]
    return bool(named) and named != [(step["name"], step["role"]) for step in default]


def _in_force(
    session: Session, codes: Sequence[str], level: str, day: date
) -> ProcessVersion | None:
    query = (
        select(ProcessVersion)
        .where(
            ProcessVersion.state == ProcessState.PUBLISHED,
            col(ProcessVersion.procedure_code).in_(codes),
            col(ProcessVersion.agency_level).in_(["", level]),
            col(ProcessVersion.valid_from) <= day,
        )
        .order_by(
            (col(ProcessVersion.procedure_code) == "").asc(),
            (col(ProcessVersion.agency_level) == "").asc(),
            col(ProcessVersion.valid_from).desc(),
            col(ProcessVersion.version).desc(),
        )
        .limit(1)
    )
    return session.exec(query).first()
