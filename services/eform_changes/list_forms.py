"""Every electronic form, by the version in force and what waits (A03)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.text import fold
from services.eform_changes.models import OPEN, DraftState, EformDraft
from services.eforms.models import Eform, EformState, ProcedureEform
from services.procedures.models import Procedure
from services.work import Work

PAGE = 20


@dataclass(frozen=True)
class FormFilter:
    """Which forms are listed."""

    text: str = ""  # in code, title, number of the law, procedures
    is_waiting: bool = False
    is_own: bool = False  # changed by the province


@dataclass(frozen=True)
class FormLine:
    """One form in the list."""

    code: str
    title: str
    form_number: str
    procedures: tuple[tuple[str, str], ...]
    version: int  # in force; 0: none
    starts_on: date
    is_own: bool
    draft: DraftState | None
    coming: date | None  # a version that was published for a later day
    is_offered: bool  # a version of the portal that nobody has looked at

    @property
    def waits(self) -> bool:
        """Say whether an administrator is to do or to know something."""
        return bool(self.draft or self.coming or self.is_offered)


@dataclass(frozen=True)
class FormPage:
    """One page of the list."""

    rows: tuple[FormLine, ...]
    total: int
    page: int


@dataclass(frozen=True)
class _Row:
    code: str
    version: int
    starts_on: date
    state: EformState
    is_own: bool
    title: str
    form_number: str


def list_eforms(work: Work, wanted: FormFilter, page: int = 1) -> FormPage:
    """List forms in the order of their titles."""
    require_administrator(work)
    by_code: dict[str, list[_Row]] = {}
    for row in _rows(work.session):
        by_code.setdefault(row.code, []).append(row)
    drafts = _drafts(work.session)
    procedures = _procedures(work.session)
    day = local_day(work.now)
    lines = [
        _line(rows, procedures.get(code, ()), drafts.get(code), day)
        for code, rows in by_code.items()
    ]
    found = [line for line in lines if _fits(line, wanted)]
    found.sort(key=lambda line: fold(line.title))
    last = max(1, -(-len(found) // PAGE))
    here = min(max(page, 1), last)
    return FormPage(tuple(found[(here - 1) * PAGE : here * PAGE]), len(found), here)


def _rows(session: Session) -> list[_Row]:
    """Read all but the definitions themselves, which are long."""
    # Any: JSON, and more columns than `select` has types for.
    said: Any = col(Eform.definition)
    facts: list[Any] = [Eform.code, Eform.version, Eform.starts_on, Eform.state]
    words: list[Any] = [Eform.is_own, said["title"].astext, said["form_number"].astext]
    query: Any = select(*facts, *words)
    found: Any = session.exec(query.order_by(col(Eform.version).desc()))
    return [
        _Row(code, number, day, state, is_own, title, law or "")
        for code, number, day, state, is_own, title, law in found
    ]


def _drafts(session: Session) -> dict[str, DraftState]:
    query = select(EformDraft).where(col(EformDraft.state).in_(OPEN))
    return {one.code: one.state for one in session.exec(query)}


def _procedures(session: Session) -> dict[str, tuple[tuple[str, str], ...]]:
    query = (
        select(Eform.code, ProcedureEform.procedure_code, Procedure.name)
        .join(ProcedureEform, col(ProcedureEform.eform_id) == Eform.id)
        .outerjoin(Procedure, col(Procedure.code) == ProcedureEform.procedure_code)
        .distinct()
    )
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for form, code, name in session.exec(query):
        found[form] = (*found.get(form, ()), (code, name or ""))
    return found


def _line(
    rows: Sequence[_Row],
    procedures: tuple[tuple[str, str], ...],
    draft: DraftState | None,
    day: date,
) -> FormLine:
    used = [row for row in rows if row.state is EformState.IN_USE]
    past = [row for row in used if row.starts_on <= day]
    later = [row.starts_on for row in used if row.starts_on > day]
    ruling = max(past, key=lambda row: (row.starts_on, row.version), default=None)
    shown = ruling or rows[0]
    offered = [row.version for row in rows if row.state is EformState.OFFERED]
    return FormLine(
        code=shown.code,
        title=shown.title,
        form_number=shown.form_number,
        procedures=procedures,
        version=ruling.version if ruling else 0,
        starts_on=shown.starts_on,
        is_own=shown.is_own,
        draft=draft,
        coming=min(later, default=None),
        is_offered=any(number > shown.version for number in offered),
    )


def _fits(line: FormLine, wanted: FormFilter) -> bool:
    if wanted.is_waiting and not line.waits:
        return False
    if wanted.is_own and not line.is_own:
        return False
    said = [line.code, line.title, line.form_number]
    said += [part for pair in line.procedures for part in pair]
    return fold(wanted.text) in fold(" ".join(said))
