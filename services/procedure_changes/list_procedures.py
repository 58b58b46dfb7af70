"""The catalogue as administrators look it through, in two statements (A02)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select as sql_select
from sqlmodel import col, func, or_, select

from services.administration.scope import require_administrator
from services.core.text import fold, searched
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedures.models import Procedure, ProcedureLocal, Sector, Source
from services.work import Work

PAGE = 20
LAST_PAGE = 10_000
LONGEST_SEARCH = 100


class Kind(StrEnum):
    """What the list can be narrowed to."""

    FILED_HERE = "filed_here"
    NATIONAL = "national"  # the province typed nothing in and changed nothing
    SUSPENDED = "suspended"
    WAITING = "waiting"  # a change waits to be read by a second administrator


@dataclass(frozen=True)
class ProcedureLine:
    """One procedure of the list."""

    code: str
    name: str
    plain_name: str
    sector: str
    is_filed_here: bool
    is_suspended: bool
    is_seed: bool
    is_changed: bool  # a local change is in force
    waiting: ChangeState | None  # proposed, or published for a day to come


@dataclass(frozen=True)
class ProcedurePage:
    """A page of the list."""

    rows: tuple[ProcedureLine, ...]
    total: int
    page: int


def list_procedures(
    work: Work, text: str = "", kind: Kind | None = None, page: int = 1
) -> ProcedurePage:
    """Return procedures by name or code; those filed here stand first."""
    require_administrator(work)
    number = min(max(page, 1), LAST_PAGE)
    # The first columns only: a procedure's official texts run to pages.
    query = (
        sql_select(
            col(Procedure.code),
            col(Procedure.name),
            col(Procedure.plain_name),
            col(Sector.name),
            col(Procedure.is_filed_here),
            col(Procedure.is_suspended),
            col(Procedure.source),
            _has_local().label("is_changed"),
            func.count().over(),
        )
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .where(*_conditions(text, kind))
        .order_by(
            col(Procedure.is_filed_here).desc(), Procedure.name, col(Procedure.code)
        )
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    )
    found = work.session.execute(query).all()
    open_ones = _open(work, [row[0] for row in found])
    rows = tuple(_line(row, open_ones.get(row[0])) for row in found)
    return ProcedurePage(rows, found[0][-1] if found else 0, number)


def _line(row: Any, waiting: ChangeState | None) -> ProcedureLine:
    # Any: a row of the columns above.
    return ProcedureLine(
        code=row[0],
        name=row[1],
        plain_name=row[2],
        sector=row[3] or "",
        is_filed_here=row[4],
        is_suspended=row[5],
        is_seed=row[6] is Source.SEED,
        is_changed=row[7],
        waiting=waiting,
    )


def _conditions(text: str, kind: Kind | None) -> list[Any]:  # Any: SQL conditions
    conditions: list[Any] = []
    typed = searched(text, LONGEST_SEARCH)
    if typed:
        folded = fold(typed)
        conditions.append(
            or_(
                col(Procedure.folded_name).contains(folded, autoescape=True),
                col(Procedure.folded_words).contains(folded, autoescape=True),
                col(Procedure.code).contains(typed, autoescape=True),
            )
        )
    narrowed: dict[Kind, list[Any]] = {
        Kind.FILED_HERE: [col(Procedure.is_filed_here)],
        Kind.NATIONAL: [col(Procedure.source) == Source.NATIONAL, ~_has_local()],
        Kind.SUSPENDED: [col(Procedure.is_suspended)],
        Kind.WAITING: [_waits()],
    }
    return conditions + (narrowed[kind] if kind else [])


def _has_local() -> Any:  # Any: an SQL condition
    return (
        select(ProcedureLocal.id)
        .where(
            ProcedureLocal.procedure_id == Procedure.id,
            col(ProcedureLocal.facts) != {},
        )
        .exists()
    )


def _waits() -> Any:  # Any: an SQL condition
    return col(Procedure.code).in_(
        select(ProcedureChange.procedure_code).where(
            ProcedureChange.state == ChangeState.PROPOSED
        )
    )


def _open(work: Work, codes: list[str]) -> dict[str, ChangeState]:
    """Return which of these have a change that is not in force yet."""
    query = select(ProcedureChange.procedure_code, ProcedureChange.state).where(
        col(ProcedureChange.procedure_code).in_(codes),
        col(ProcedureChange.state) != ChangeState.WITHDRAWN,
        col(ProcedureChange.applied_at).is_(None),
    )
    # In this order: one that is proposed is told rather than one that is ahead.
    ordered = query.order_by(col(ProcedureChange.state).desc())
    return {code: ChangeState(state) for code, state in work.session.exec(ordered)}
