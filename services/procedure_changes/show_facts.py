"""One procedure for administrators: what is in force, from where, and its changes (A02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.errors import NotFound
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedure_changes.propose import basis_of
from services.procedure_changes.queries import changes_of, facts_now, mark_of
from services.procedures.local_facts import LocalFacts
from services.procedures.models import (
    Agency,
    AgencyLevel,
    ImportRemark,
    Procedure,
    ProcedureLocal,
    Sector,
    Source,
)
from services.procedures.remarks import remark_sentence
from services.processing.queries import names_of
from services.work import Work


@dataclass(frozen=True)
class RemarkShown:
    """What the importer found wrong with the national record."""

    reason: str  # key of remarks.toml
    words: str


@dataclass(frozen=True)
class UnitChoice:
    """An agency that may be entitled."""

    code: str
    name: str
    level: AgencyLevel
    is_receiving: bool


@dataclass(frozen=True)
class ChangeShown:
    """One change, with who wrote, read and took it back."""

    id: UUID
    version: int
    state: ChangeState
    edition: int
    valid_from: date
    facts: LocalFacts
    before: LocalFacts
    reason: str
    is_own: bool
    is_ahead: bool  # published for a day that has not come
    written_by: str
    written_at: datetime
    reviewed_by: str
    reviewed_at: datetime | None
    closed_by: str
    closed_at: datetime | None


@dataclass(frozen=True)
class ProcedureFacts:
    """One procedure with its layers."""

    code: str
    name: str
    sector: str
    is_seed: bool
    is_elsewhere: bool
    updated_at: datetime
    now: LocalFacts
    local: LocalFacts  # of `now`, what was changed here
    below: LocalFacts  # what the changed fields would be without
    national: LocalFacts | None  # None: never imported
    basis: LocalFacts  # what a form is drawn from
    seen: str  # handed back with the form
    units: tuple[UnitChoice, ...]
    remarks: tuple[RemarkShown, ...]
    changes: tuple[ChangeShown, ...]  # the latest first
    may_write: bool


def show_facts(work: Work, code: str) -> ProcedureFacts:
    """Return one procedure, in eleven statements however much it holds."""
    require_administrator(work)
    row, layers, sector = _find(work, code)
    now = facts_now(work, row)
    changes = changes_of(work.session, row.code)
    basis = basis_of(work, now, changes)
    local = layers.facts if layers else {}
    below = layers.base if layers else {}
    return ProcedureFacts(
        code=row.code,
        name=row.name,
        sector=sector or "",
        is_seed=row.source is Source.SEED,
        is_elsewhere=row.is_elsewhere,
        updated_at=row.updated_at,
        now=now,
        local=local,
        below=below,
        national=_national(row, layers, now | below),
        basis=basis,
        seen=mark_of(basis),
        units=_units(work),
        remarks=_remarks(work, row.code),
        changes=_changes(work, changes),
        may_write=work.actor.agency_id is None,
    )


def _find(work: Work, code: str) -> tuple[Procedure, ProcedureLocal | None, str | None]:
    query = (
        select(Procedure, ProcedureLocal, Sector.name)
        .outerjoin(ProcedureLocal, col(ProcedureLocal.procedure_id) == Procedure.id)
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .where(Procedure.code == code.strip())
    )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("procedure")
    return found


def _national(
    row: Procedure, layers: ProcedureLocal | None, below: LocalFacts
) -> LocalFacts | None:
    """Return what the national record says; what it does not state is left out."""
    if row.source is Source.SEED:
        return layers.national if layers and layers.national else None
    stated = ("online_level", "requirements", "limit", "cases", "keywords")
    return {name: below[name] for name in stated}


def _units(work: Work) -> tuple[UnitChoice, ...]:
    query = select(Agency.code, Agency.name, Agency.level, Agency.is_receiving)
    found = work.session.exec(query.order_by(Agency.code))
    return tuple(
        UnitChoice(code, name, AgencyLevel(level), is_receiving)
        for code, name, level, is_receiving in found
    )


def _remarks(work: Work, code: str) -> tuple[RemarkShown, ...]:
    query = (
        select(ImportRemark.reason, ImportRemark.value)
        .where(ImportRemark.procedure_code == code, ~col(ImportRemark.is_refusal))
        .order_by(ImportRemark.reason, ImportRemark.value)
        .distinct()
    )
    return tuple(
        RemarkShown(reason, remark_sentence(reason, value))
        for reason, value in work.session.exec(query)
    )


def _changes(work: Work, changes: Sequence[ProcedureChange]) -> tuple[ChangeShown, ...]:
    people = [
        person
        for c in changes
        for person in (c.written_by_id, c.reviewed_by_id, c.closed_by_id)
    ]
    names = names_of(work.session, people)
    day = local_day(work.now)
    same = ("id", "version", "state", "edition", "valid_from", "facts", "before")
    moments = ("reason", "written_at", "reviewed_at", "closed_at")
    return tuple(
        ChangeShown(
            **{name: getattr(c, name) for name in (*same, *moments)},
            is_own=c.written_by_id == work.actor.account_id,
            is_ahead=c.state is ChangeState.PUBLISHED and c.valid_from > day,
            written_by=names.get(c.written_by_id, ""),
            reviewed_by=names.get(c.reviewed_by_id or c.id, ""),
            closed_by=names.get(c.closed_by_id or c.id, ""),
        )
        for c in changes
    )
