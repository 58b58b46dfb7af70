"""Writes facts into the catalogue: the same facts again change nothing."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from services.core.text import fold
from services.procedures.everyday import folded_words
from services.procedures.facts import CaseFacts, Facts
from services.procedures.folding import fold_opening
from services.procedures.models import (
    Agency,
    ImportRemark,
    Procedure,
    ProcedureCase,
    ProcedureChannel,
    ProcedureComponent,
    ProcedureFee,
    ProcedureUnit,
    Sector,
    Source,
)
from services.work import Work

NAMES = UUID(
    "5f0c2b1e-8f4e-5d0a-9c58-6d7f9a3c1e20"
)  # ids of public rows follow from them
CHILDREN = (ProcedureFee, ProcedureChannel, ProcedureComponent, ProcedureCase)
DIGESTS = {"list": "list_digest", "details": "detail_digest", "seed": "seed_digest"}
NATIONAL_ONLY = {"national_id", "national_state", "national_kind", "promulgated_by"}
FILLS_BLANKS = {"steps", "legal_basis", "requirements", "eligible_parties"}
SHARED_TEXT = {"executing_agency", "eligible_parties"}  # the fuller record wins

Rows = dict[type[Any], list[dict[str, Any]]]  # Any: tables and their columns


def stable_id(*names: object) -> UUID:
    """Return the id of a public row: the same names give the same id everywhere."""
    return uuid5(NAMES, "/".join(map(str, names)))


def write_facts(work: Work, batch: Sequence[Facts]) -> int:
    """Write what is new in a batch of different procedures; return how many were."""
    session = work.session
    wanted = [f.code for f in batch]
    found = session.exec(select(Procedure).where(col(Procedure.code).in_(wanted))).all()
    known = {row.code: row for row in found}
    changed = [f for f in batch if not is_known(known.get(f.code), f)]
    if not changed:
        return 0
    sectors = _sectors(session, changed)
    rows: Rows = {table: [] for table in (*reversed(CHILDREN), ProcedureUnit)}
    replaced: list[UUID] = []
    for facts in changed:
        row = known.get(facts.code) or _blank(work, facts)
        _apply(row, facts, sectors)
        row.updated_at = work.now
        session.add(row)
        if facts.cases is not None and not _seed_prevails(row, facts):
            replaced.append(row.id)
            _child_rows(rows, row.id, facts)
    session.flush()
    _replace_children(session, replaced, rows)
    _replace_remarks(session, changed)
    return len(changed)


def _blank(work: Work, facts: Facts) -> Procedure:
    # Lists are named here because the framework is slow at making them by default.
    return Procedure(
        id=stable_id("procedure", facts.code),
        code=facts.code,
        name="",
        source=facts.source,
        updated_at=work.now,
        eligible_parties=[],
        results=[],
        legal_basis=[],
        steps=[],
        process=[],
    )


def is_known(row: Procedure | None, facts: Facts) -> bool:
    """Say whether these very facts were written last time."""
    return row is not None and getattr(row, DIGESTS[facts.origin]) == facts.digest


def _seed_prevails(row: Procedure, facts: Facts) -> bool:
    """Facts typed in by the province stand above what the national portal says."""
    return row.source is Source.SEED and facts.source is Source.NATIONAL


def _apply(row: Procedure, facts: Facts, sectors: dict[str, UUID]) -> None:
    prevails = _seed_prevails(row, facts)
    for name, value in facts.values.items():
        blank = not getattr(row, name)
        if (
            prevails
            and name not in NATIONAL_ONLY
            and not (name in FILLS_BLANKS and blank)
        ):
            continue
        if name in SHARED_TEXT and not value:
            continue
        if facts.origin == "list" and row.detail_digest and name in SHARED_TEXT:
            continue
        setattr(row, name, value)
    if facts.source is Source.SEED:
        row.source = Source.SEED
    if facts.sector and (row.sector_id is None or not prevails):
        row.sector_id = sectors[fold_opening(facts.sector)]
    setattr(row, DIGESTS[facts.origin], facts.digest)
    row.folded_name = fold(row.name)
    row.folded_words = folded_words(row.plain_name, row.keywords)


def _sectors(session: Session, batch: Iterable[Facts]) -> dict[str, UUID]:
    named = {fold_opening(f.sector): f.sector for f in batch if f.sector}
    found = session.exec(select(Sector).where(col(Sector.code).in_(named))).all()
    ids = {sector.code: sector.id for sector in found}
    for code, name in named.items():
        if code not in ids:
            ids[code] = stable_id("sector", code)
            session.add(Sector(id=ids[code], code=code, name=name))
    session.flush()
    return ids


def case_rows(rows: Rows, owner: UUID, cases: Iterable[CaseFacts]) -> None:
    """Add the rows of cases and their papers, in the order they are given."""
    position = 0
    for number, case in enumerate(cases, 1):
        case_id = stable_id(owner, "case", number)
        rows[ProcedureCase].append(
            {
                "id": case_id,
                "procedure_id": owner,
                "position": number,
                "name": case.name,
                "kind": case.kind,
            }
        )
        for paper in case.components:
            position += 1
            values = vars(paper) | {
                "code": paper.code or f"{position:02d}",
                "kinds": list(paper.kinds),
                "samples": list(paper.samples),
                "case_id": case_id,
            }
            rows[ProcedureComponent].append(_row(owner, "component", position, values))


def _child_rows(rows: Rows, owner: UUID, facts: Facts) -> None:
    case_rows(rows, owner, facts.cases or ())
    for number, way in enumerate(facts.channels or (), 1):
        values = {
            "channel": way.channel,
            "time_limit": way.limit.value,
            "time_limit_unit": way.limit.unit,
            "note": way.note or way.limit.note,
        }
        rows[ProcedureChannel].append(_row(owner, "channel", number, values))
    for number, fee in enumerate(facts.fees or (), 1):
        rows[ProcedureFee].append(_row(owner, "fee", number, dict(vars(fee))))


def _row(
    owner: UUID, kind: str, position: int, values: dict[str, Any]
) -> dict[str, Any]:
    place = {
        "id": stable_id(owner, kind, position),
        "procedure_id": owner,
        "position": position,
    }
    return place | values


def _replace_children(session: Session, owners: list[UUID], rows: Rows) -> None:
    for table in CHILDREN:
        session.execute(delete(table).where(col(table.procedure_id).in_(owners)))
    for table, values in rows.items():
        if values:
            session.execute(insert(table), values)


def replace_units(session: Session, units: dict[str, tuple[str, ...]]) -> None:
    """Set which agencies receive each procedure: procedure code → agency codes."""
    codes = {code for named in units.values() for code in named}
    agencies = dict(
        session.exec(
            select(Agency.code, Agency.id).where(col(Agency.code).in_(codes))
        ).all()
    )
    owners = {code: stable_id("procedure", code) for code in units}
    session.execute(
        delete(ProcedureUnit).where(
            col(ProcedureUnit.procedure_id).in_(owners.values())
        )
    )
    rows = [
        {
            "id": stable_id(owners[code], "unit", agency),
            "procedure_id": owners[code],
            "agency_id": agencies[agency],
        }
        for code, named in units.items()
        for agency in named
        if agency in agencies
    ]
    if rows:
        session.execute(insert(ProcedureUnit), rows)


def _replace_remarks(session: Session, batch: Iterable[Facts]) -> None:
    for origin in DIGESTS:
        codes = [f.code for f in batch if f.origin == origin]
        session.execute(
            delete(ImportRemark).where(
                col(ImportRemark.origin) == origin,
                col(ImportRemark.procedure_code).in_(codes),
            )
        )
    rows = [
        {
            "id": stable_id("remark", facts.origin, facts.code, number),
            "procedure_code": facts.code,
            "origin": facts.origin,
            "is_refusal": False,
            **vars(remark),
        }
        for facts in batch
        for number, remark in enumerate(facts.remarks)
    ]
    if rows:
        session.execute(insert(ImportRemark), rows)
