"""Propose a change of a procedure's local facts, after seeing what it changes (A02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.core.text import clean
from services.eforms.current_eform import current_eform, stored_definition
from services.procedure_changes.edits import Basis, ChangeForm, differing, read_edits
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedure_changes.preview import detail_with
from services.procedure_changes.queries import (
    changes_of,
    facts_now,
    find_procedure,
    mark_of,
    require_whole_province,
    waiting_among,
)
from services.procedures.local_facts import LocalFacts
from services.procedures.models import Agency, Procedure
from services.procedures.show_procedure import ProcedureDetail
from services.work import Work


@dataclass(frozen=True)
class Checked:
    """What a proposal would change, and the page as citizens would read it."""

    before: LocalFacts
    after: LocalFacts
    valid_from: date
    detail: ProcedureDetail


@dataclass(frozen=True)
class _Read:
    procedure: Procedure
    changes: Sequence[ProcedureChange]
    now: LocalFacts
    facts: LocalFacts  # what differs
    valid_from: date


def check_change(work: Work, code: str, form: ChangeForm, seen: str) -> Checked:
    """Read what was typed and show what it would change; nothing is written."""
    read = _read(work, code, form, seen)
    return Checked(
        before={name: read.now[name] for name in read.facts},
        after=read.facts,
        valid_from=read.valid_from,
        detail=detail_with(work, read.procedure.code, read.facts),
    )


def propose_change(work: Work, code: str, form: ChangeForm, seen: str) -> UUID:
    """Keep the change for a second administrator to read.

    What was published is never changed. A proposal that waits is written over by
    whoever wrote it; its edition rises, so that nobody publishes what they did
    not read.
    """
    writer = require_whole_province(work)
    read = _read(work, code, form, seen, lock=True)
    row = waiting_among(read.changes) or ProcedureChange(
        procedure_code=read.procedure.code,
        version=_next_version(read.changes),
        valid_from=read.valid_from,
        reason="",
        edition=0,
        written_by_id=writer,
        written_at=work.now,
    )
    row.facts, row.before = read.facts, {name: read.now[name] for name in read.facts}
    row.valid_from, row.reason = read.valid_from, clean(form.reason)
    row.written_at, row.edition = work.now, row.edition + 1
    work.session.add(row)
    work.session.flush()
    record(work, "procedure_change.proposed", row.id, fields=",".join(read.facts))
    return row.id


def basis_of(
    work: Work, now: LocalFacts, changes: Sequence[ProcedureChange]
) -> LocalFacts:
    """Return what the form is drawn from: one's own proposal, or what is in force."""
    waiting = waiting_among(changes)
    own = waiting is not None and waiting.written_by_id == work.actor.account_id
    return now | waiting.facts if waiting and own else now


def _read(
    work: Work, code: str, form: ChangeForm, seen: str, lock: bool = False
) -> _Read:
    writer = require_whole_province(work)
    procedure = find_procedure(work, code, lock)
    changes = changes_of(work.session, procedure.code)
    waiting = waiting_among(changes)
    if waiting is not None and waiting.written_by_id != writer:
        raise Conflict("procedure_waiting")
    now = facts_now(work, procedure)
    basis = basis_of(work, now, changes)
    if mark_of(basis) != seen:
        raise Conflict("procedure_moved")
    version = waiting.version if waiting else _next_version(changes)
    units = frozenset(work.session.exec(select(Agency.code)))
    problems: dict[str, str] = {}
    wanted = read_edits(form, Basis(basis, version, units), problems)
    day = _day(work, form, problems)
    if form.is_filed_here and procedure.is_elsewhere:
        problems["is_filed_here"] = "procedure_elsewhere"
    facts = {} if problems else differing(now, wanted)
    if not problems:
        problems = _faults(work, procedure, changes, now, facts)
    if problems:
        raise RuleViolation(problems)
    return _Read(procedure, changes, now, facts, day)


def _faults(
    work: Work,
    procedure: Procedure,
    changes: Sequence[ProcedureChange],
    now: LocalFacts,
    facts: LocalFacts,
) -> dict[str, str]:
    """Name what stands against the change as a whole."""
    if not facts:
        return {"change": "procedure_no_change"}
    ahead = {name for one in changes if is_ahead(one) for name in one.facts}
    if ahead & facts.keys():
        return {"change": "procedure_scheduled"}
    if "cases" in facts and _form_paper(work, procedure) in _gone(now, facts):
        return {"papers": "procedure_paper_form"}
    return {}


def is_ahead(change: ProcedureChange) -> bool:
    """Say whether a change was published for a day that has not come."""
    return change.state is ChangeState.PUBLISHED and change.applied_at is None


def _gone(now: LocalFacts, facts: LocalFacts) -> set[str]:
    return _codes(now["cases"]) - _codes(facts["cases"])


def _codes(cases: list[dict[str, Any]]) -> set[str]:  # Any: JSON
    return {paper["code"] for case in cases for paper in case["papers"]}


def _form_paper(work: Work, procedure: Procedure) -> str:
    """Return the paper that the electronic form stands for."""
    day = local_day(work.now)
    found = current_eform(work.session, procedure.code, day)
    form = stored_definition(work.session, found)
    return form.component if form else ""


def _day(work: Work, form: ChangeForm, problems: dict[str, str]) -> date:
    today = day = local_day(work.now)
    try:
        day = read_date(form.valid_from) if form.valid_from.strip() else today
    except Unreadable as fault:
        problems["valid_from"] = str(fault.key)
    if day < today:
        problems["valid_from"] = "procedure_past"
    return day


def _next_version(changes: Sequence[ProcedureChange]) -> int:
    return max((change.version for change in changes), default=0) + 1
