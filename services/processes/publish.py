"""Propose a version of a process, and the second administrator's word on it (AZ-9)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.processes.definition import read_steps
from services.processes.models import ProcessState, ProcessVersion
from services.processes.queries import lock_version, require_administrator
from services.processes.rules import problems_of
from services.work import Work


def propose(work: Work, version_id: UUID, edition: int) -> int:
    """Propose a draft that breaks no rule; return its edition."""
    proposer = require_administrator(work)
    version = lock_version(work, version_id, edition)
    if version.state is not ProcessState.DRAFT:
        raise Conflict("process_not_draft")
    _check(work, version)
    version.state, version.proposed_by_id = ProcessState.PROPOSED, proposer
    return _write(work, version, "process.proposed")


def publish(work: Work, version_id: UUID, edition: int) -> int:
    """Put a proposed version in force from its day on: by neither writer nor proposer.

    Dossiers handed in before that day keep the steps they were frozen with.
    """
    reviewer = require_administrator(work)
    version = lock_version(work, version_id, edition)
    if version.state is not ProcessState.PROPOSED:
        raise Conflict("process_not_proposed")
    if reviewer in (version.written_by_id, version.proposed_by_id):
        raise RuleViolation({"process": "process_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    _check(work, version)
    version.state = ProcessState.PUBLISHED
    version.reviewed_by_id, version.reviewed_at = reviewer, work.now
    return _write(work, version, "process.published")


def withdraw(work: Work, version_id: UUID, edition: int) -> int:
    """Take a version back: an open one is given up, a published one rules no more.

    The version before it is in force again; the default of the province always
    keeps one. Dossiers that were frozen with it keep it.
    """
    reviewer = require_administrator(work)
    version = lock_version(work, version_id, edition)
    if version.state is ProcessState.WITHDRAWN:
        return version.edition
    if version.state is ProcessState.PUBLISHED:
        work.actor.require_fresh_proof(work.now)
        _check_not_last(work, version)
    version.state = ProcessState.WITHDRAWN
    version.reviewed_by_id, version.reviewed_at = reviewer, work.now
    return _write(work, version, "process.withdrawn")


def _check(work: Work, version: ProcessVersion) -> None:
    problems: dict[str, str] = dict(problems_of(read_steps(version.steps)))
    if version.valid_from < local_day(work.now):
        problems["valid_from"] = "process_past"
    if problems:
        raise RuleViolation(problems)


def _check_not_last(work: Work, version: ProcessVersion) -> None:
    if version.procedure_code or version.agency_level:
        return
    others = select(ProcessVersion.id).where(
        ProcessVersion.process_id == version.process_id,
        ProcessVersion.state == ProcessState.PUBLISHED,
        ProcessVersion.valid_from <= local_day(work.now),
        ProcessVersion.id != version.id,
    )
    if work.session.exec(others).first() is None:
        raise RuleViolation({"process": "process_last_default"})


def _write(work: Work, version: ProcessVersion, act: str) -> int:
    version.edition += 1
    work.session.add(version)
    work.session.flush()
    record(work, act, version.id)
    return version.edition
