"""Shows one procedure (C09): the answers up top, the official text below."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.clock import local_day
from services.core.errors import NotFound
from services.fees.price_list import Price, prices_on
from services.fees.statement import FeeLine
from services.procedures.index import Row, current_index
from services.procedures.models import (
    CaseKind,
    Channel,
    FeeKind,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ProcedureChannel,
    ProcedureComponent,
    ProcedureFee,
    TimeUnit,
)
from services.procedures.process import process_of
from services.procedures.receiving_units import Unit, units_by_code
from services.work import Work


@dataclass(frozen=True)
class Limit:
    """How long it takes; without a value the agency must be asked."""

    value: float | None
    unit: TimeUnit
    note: str


@dataclass(frozen=True)
class Component:
    """A paper, or a sentence of advice (`is_paper` false)."""

    id: UUID
    code: str
    name: str
    original_qty: int
    copy_qty: int
    is_paper: bool
    required: bool
    required_when: str
    note: str
    kinds: tuple[str, ...]
    is_form: bool
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A group of components with its meaning."""

    name: str
    kind: CaseKind
    components: tuple[Component, ...]


@dataclass(frozen=True)
class Fee:
    """A fee; an amount only where it may be asked for as it stands."""

    channel: Channel | None
    kind: FeeKind
    amount: int | None
    needs_confirmation: bool
    note: str
    line: FeeLine | None = None  # by a rule in force: rates, ground, basis
    reliefs: tuple[str, ...] = ()


# The rules there were have ended: nothing is asked for.
NOTHING = Fee(None, FeeKind.CHARGE, 0, False, "")


@dataclass(frozen=True)
class Way:
    """A channel with its own time limit."""

    channel: Channel
    limit: Limit


@dataclass(frozen=True)
class Named:
    """A document or a step: its code or title, its text."""

    title: str
    text: str


@dataclass(frozen=True)
class ProcedureDetail:
    """Everything the page of a procedure says."""

    id: UUID
    code: str
    name: str
    plain_name: str
    summary: str
    sector: str
    levels: frozenset[str]
    executing_agency: str
    online_level: OnlineLevel
    eligible_parties: tuple[str, ...]
    limit: Limit
    results: tuple[str, ...]
    requirements: str
    cases: tuple[Case, ...]
    fees: tuple[Fee, ...]
    channels: tuple[Way, ...]
    units: tuple[Unit, ...]
    legal_basis: tuple[Named, ...]
    steps: tuple[Named, ...]
    process: tuple[dict[str, Any], ...]  # Any: name, role, hours
    paper_count: int
    is_filed_here: bool
    is_suspended: bool
    suspended_reason: str
    suspended_since: datetime | None
    is_elsewhere: bool
    promulgated_by: str
    updated_at: datetime

    @property
    def can_be_filed(self) -> bool:
        """Tell whether a dossier may be started here now."""
        online = self.online_level is not OnlineLevel.VIEW_ONLY
        open_now = self.is_filed_here and not self.is_suspended
        return online and open_now and not self.is_elsewhere and bool(self.units)


def show_procedure(work: Work, code: str) -> ProcedureDetail:
    """Return the procedure of that code as anybody may read it."""
    row, found = _find(work.session, code.strip())
    process = found.process or process_of(
        work.province, found.time_limit, found.time_limit_unit
    )
    return ProcedureDetail(
        id=found.id,
        code=found.code,
        name=found.name,
        plain_name=found.plain_name,
        summary=found.summary,
        sector=row.sector,
        levels=row.levels,
        executing_agency=found.executing_agency,
        online_level=found.online_level,
        eligible_parties=tuple(found.eligible_parties),
        limit=Limit(found.time_limit, found.time_limit_unit, found.time_limit_note),
        results=tuple(found.results),
        requirements=found.requirements,
        cases=_cases(work.session, found.id),
        fees=_fees(work, found),
        channels=_channels(work.session, found.id),
        units=units_by_code(work.session, row.agencies),
        legal_basis=tuple(Named(b["code"], b["name"]) for b in found.legal_basis),
        steps=tuple(Named(s["name"], s["text"]) for s in found.steps),
        process=tuple(process),
        paper_count=found.paper_count,
        is_filed_here=found.is_filed_here and work.province.has_filing_pages,
        is_suspended=found.is_suspended,
        suspended_reason=found.suspended_reason,
        suspended_since=found.suspended_since,
        is_elsewhere=found.is_elsewhere,
        promulgated_by=found.promulgated_by,
        updated_at=found.updated_at,
    )


def _find(session: Session, code: str) -> tuple[Row, Procedure]:
    index = current_index(session)
    number = index.by_code.get(code)
    if number is None:
        raise NotFound("procedure")
    found = session.exec(select(Procedure).where(col(Procedure.code) == code)).one()
    return index.documents[number].row, found


def _cases(session: Session, owner: UUID) -> tuple[Case, ...]:
    cases = session.exec(
        select(ProcedureCase)
        .where(col(ProcedureCase.procedure_id) == owner)
        .order_by(col(ProcedureCase.position))
    ).all()
    papers: dict[UUID, list[Component]] = defaultdict(list)
    for one in session.exec(
        select(ProcedureComponent)
        .where(col(ProcedureComponent.procedure_id) == owner)
        .order_by(col(ProcedureComponent.position))
    ):
        papers[one.case_id].append(
            Component(
                id=one.id,
                code=one.code,
                name=one.name,
                original_qty=one.original_qty,
                copy_qty=one.copy_qty,
                is_paper=one.is_paper,
                required=one.required,
                required_when=one.required_when,
                note=one.note,
                kinds=tuple(one.kinds),
                is_form=one.is_form,
                samples=tuple(one.samples),
            )
        )
    return tuple(Case(c.name, c.kind, tuple(papers[c.id])) for c in cases)


def _fees(work: Work, procedure: Procedure) -> tuple[Fee, ...]:
    """Return what a dossier handed in today would be asked for."""
    prices = prices_on(work.session, procedure.code, local_day(work.now))
    if prices is not None:
        return tuple(_priced(price) for price in prices) or (NOTHING,)
    found = work.session.exec(
        select(ProcedureFee)
        .where(col(ProcedureFee.procedure_id) == procedure.id)
        .order_by(col(ProcedureFee.position))
    )
    return tuple(
        Fee(f.channel, f.kind, f.amount, f.needs_confirmation, f.note) for f in found
    )


def _priced(price: Price) -> Fee:
    line = price.line
    return Fee(
        channel=Channel(price.channel) if price.channel else None,
        kind=FeeKind(line.kind),
        amount=line.amount,
        needs_confirmation=line.needs_confirmation,
        note=line.note,
        line=line,
        reliefs=price.reliefs,
    )


def _channels(session: Session, owner: UUID) -> tuple[Way, ...]:
    found = session.exec(
        select(ProcedureChannel)
        .where(col(ProcedureChannel.procedure_id) == owner)
        .order_by(col(ProcedureChannel.position))
    )
    return tuple(
        Way(c.channel, Limit(c.time_limit, c.time_limit_unit, c.note)) for c in found
    )
