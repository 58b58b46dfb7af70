"""The catalogue as it is searched: all rows in memory, renewed when they change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from math import log
from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func
from sqlalchemy import select as sql_select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Session, col, select

from services.core import clock
from services.core.clock import local_day
from services.fees.price_list import highest_prices
from services.procedures.everyday import Token, tokens, vocabulary
from services.procedures.folding import fold_opening
from services.procedures.models import (
    Agency,
    AgencyLevel,
    OnlineLevel,
    Procedure,
    ProcedureFee,
    ProcedureUnit,
    Sector,
    Source,
    TimeUnit,
)
from services.procedures.version import catalogue_version
from services.work import Work

NAME, WORDS, SECTOR = 1.0, 0.9, 0.3  # what a match in each field is worth


@dataclass(frozen=True)
class Row:
    """A procedure as a list shows it."""

    code: str
    name: str
    plain_name: str
    sector: str
    sector_code: str
    executing_agency: str
    agencies: frozenset[str]
    levels: frozenset[str]  # province, commune, ministry
    online_level: OnlineLevel
    time_limit: float | None
    time_limit_unit: TimeUnit
    fee: int | None  # None: not said, or to be confirmed
    paper_count: int
    is_filed_here: bool
    is_suspended: bool
    is_elsewhere: bool
    promulgated_by: str
    popularity: int
    is_internal: bool
    is_ours: bool  # typed in by the province


@dataclass(frozen=True)
class Document:
    """A row with what a search compares."""

    row: Row
    name: tuple[Token, ...]
    pairs: frozenset[tuple[str, str]]
    texts: frozenset[str]
    marked: frozenset[str]
    weight: float  # idf of the whole name
    exotic: tuple[str, ...]
    folded: str


@dataclass(frozen=True)
class Index:
    """Documents, and from each word to the documents that have it."""

    version: str
    documents: tuple[Document, ...]
    by_code: dict[str, int]
    postings: dict[str, dict[int, float]]
    idf: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    near: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    until: date | None = None  # the day on which a fee changes by itself


_current = Index("", (), {}, {}, {}, frozenset())
_renewing = Lock()


def current_index(session: Session) -> Index:
    """Return the index of the catalogue as it is now; one statement when warm."""
    global _current  # a cache of what the database holds, one in a process
    version, day = catalogue_version(session), local_day(clock.now())
    if not _is_current(version, day):
        with _renewing:
            if not _is_current(version, day):
                prices, until = highest_prices(session, day)
                built = build_index(version, read_rows(session, prices))
                _current = replace(built, until=until)
    return _current


def _is_current(version: str, day: date) -> bool:
    until = _current.until
    return (
        bool(version) and _current.version == version and not (until and until <= day)
    )


def warm_index(work: Work) -> int:
    """Build the index before anybody searches; return how many procedures it holds."""
    return len(current_index(work.session).documents)


def build_index(version: str, rows: list[tuple[Row, str]]) -> Index:
    """Return the index of rows, each with its everyday words."""
    named = [(row, tokens(row.name), words) for row, words in rows]
    counts: dict[str, int] = defaultdict(int)
    for _, name, words in named:
        for word in {t.text for t in name} | set(words.split()):
            counts[word] += 1
    idf = {word: log(1 + len(rows) / n) for word, n in counts.items()}
    postings: dict[str, dict[int, float]] = defaultdict(dict)
    documents = []
    for number, (row, name, words) in enumerate(named):
        fields = ((fold_opening(row.sector), SECTOR), (words, WORDS))
        for text, worth in fields:
            for word in text.split():
                postings[word][number] = worth
        for token in name:
            postings[token.text][number] = NAME
        documents.append(_document(row, name, words, idf))
    pairs = frozenset(pair for d in documents for pair in d.pairs)
    codes = {row.code: number for number, (row, _) in enumerate(rows)}
    return Index(version, tuple(documents), codes, dict(postings), idf, pairs)


def _document(
    row: Row, name: tuple[Token, ...], words: str, idf: dict[str, float]
) -> Document:
    texts = [t.text for t in name]
    spoken = words.split()
    folded = f" {' '.join(texts)} "
    away = fold_opening(row.executing_agency)
    return Document(
        row=row,
        name=name,
        pairs=frozenset([*pairwise(texts), *pairwise(spoken)]),
        texts=frozenset(texts),
        marked=frozenset(t.marked for t in name),
        weight=sum(idf[t] for t in set(texts)),
        exotic=tuple(
            e for e in vocabulary().exotic if f" {e} " in folded or away.startswith(e)
        ),
        folded=folded,
    )


def read_rows(
    session: Session, prices: Mapping[str, int | None]
) -> list[tuple[Row, str]]:
    """Read the whole catalogue in four statements; fees by rules go before its own."""
    agencies = session.exec(select(Agency)).all()
    kinds = _kinds(agencies)
    units = _units(session, {agency.id: agency.code for agency in agencies})
    sectors = {sector.id: sector for sector in session.exec(select(Sector))}
    popular = vocabulary().popularity
    rows = []
    for procedure in session.execute(_with_fees()):
        named = units.get(procedure.id) or _agencies(procedure, kinds)
        known = bool(procedure.sure) and procedure.most is not None
        stated = procedure.most if known else None
        row = _row(
            procedure,
            agencies=frozenset(named),
            sector=sectors.get(procedure.sector_id),
            fee=prices.get(procedure.code, stated),
            popularity=procedure.popularity or popular.get(procedure.code, 0),
        )
        rows.append((row, procedure.folded_words))
    return rows


@dataclass(frozen=True)
class _Kinds:
    """The codes of the agencies that the national list names by their kind."""

    communes: frozenset[str]
    offices: dict[str, str]  # folded name of a department to its code


def _kinds(agencies: Iterable[Agency]) -> _Kinds:
    communes, offices = set(), {}
    for agency in agencies:
        if agency.level is AgencyLevel.COMMUNE:
            communes.add(agency.code)
        elif agency.level is AgencyLevel.DEPARTMENT:
            offices[fold_opening(agency.name)] = agency.code
    return _Kinds(frozenset(communes), offices)


def _units(session: Session, codes: dict[UUID, str]) -> dict[UUID, set[str]]:
    """Return the codes of the agencies each procedure names itself."""
    units: dict[UUID, set[str]] = defaultdict(set)
    for unit in session.exec(select(ProcedureUnit)):
        units[unit.procedure_id].add(codes[unit.agency_id])
    return units


def _with_fees() -> Select[Any]:  # Any: columns of every type
    """Return the statement that reads each procedure with its highest fee."""
    fee = (
        select(
            col(ProcedureFee.procedure_id).label("owner"),
            func.max(ProcedureFee.amount).label("most"),
            func.bool_and(~col(ProcedureFee.needs_confirmation)).label("sure"),
        )
        .group_by(col(ProcedureFee.procedure_id))
        .subquery()
    )
    return (
        sql_select(*_columns(), fee.c.most, fee.c.sure)
        .join(fee, fee.c.owner == col(Procedure.id), isouter=True)
        .order_by(col(Procedure.code))
    )


def _columns() -> list[ColumnElement[Any]]:  # Any: columns of every type
    """Return the columns of a procedure but for the long official texts."""
    table = Procedure.metadata.tables["procedure"]
    return [c for c in table.columns if not isinstance(c.type, JSONB)]


def _agencies(
    procedure: Any,  # a row with the columns of Procedure
    kinds: _Kinds,
) -> set[str]:
    """Return who receives a procedure of the national list, which names kinds only."""
    if procedure.is_elsewhere:
        return set()
    said = fold_opening(procedure.executing_agency)
    found = {code for name, code in kinds.offices.items() if name in said}
    return found | kinds.communes if procedure.at_commune else found


def _row(
    procedure: Any,  # a row with the columns of Procedure
    agencies: frozenset[str],
    sector: Sector | None,
    fee: int | None,
    popularity: int,
) -> Row:
    levels = {
        "province": procedure.at_province,
        "commune": procedure.at_commune,
        "ministry": procedure.at_ministry,
    }
    return Row(
        code=procedure.code,
        name=procedure.name,
        plain_name=procedure.plain_name,
        sector=sector.name if sector else "",
        sector_code=sector.code if sector else "",
        executing_agency=procedure.executing_agency,
        agencies=agencies,
        levels=frozenset(level for level, is_at in levels.items() if is_at),
        online_level=procedure.online_level,
        time_limit=procedure.time_limit,
        time_limit_unit=procedure.time_limit_unit,
        fee=fee,
        paper_count=procedure.paper_count,
        is_filed_here=procedure.is_filed_here,
        is_suspended=procedure.is_suspended,
        is_elsewhere=procedure.is_elsewhere,
        promulgated_by=procedure.promulgated_by,
        popularity=popularity,
        is_internal=procedure.national_kind == "STANDARD_INTERNAL",
        is_ours=procedure.source is Source.SEED,
    )
