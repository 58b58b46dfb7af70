"""The facts a province may change for itself (A02), read and written as one record."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from services.procedures.everyday import folded_words
from services.procedures.facts import CaseFacts, ComponentFacts, paper_count
from services.procedures.models import (
    Agency,
    CaseKind,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ProcedureChannel,
    ProcedureComponent,
    ProcedureUnit,
    TimeUnit,
)
from services.procedures.process import process_of
from services.procedures.write_facts import Rows, case_rows, replace_units
from services.work import Work

TEXTS = ("plain_name", "summary", "keywords", "requirements")
FIELDS = (
    "plain_name",
    "summary",
    "keywords",
    "online_level",
    "is_filed_here",
    "units",
    "requirements",
    "limit",
    "cases",
    "suspension",
)
PAPER = (
    "code",
    "name",
    "original_qty",
    "copy_qty",
    "is_paper",
    "required",
    "required_when",
    "note",
    "kinds",
    "is_form",
    "samples",
    "required_answer",
    "required_case",
    "max_megabytes",
)

LocalFacts = dict[str, Any]  # field of FIELDS → its value as JSON


def read_local(session: Session, row: Procedure) -> LocalFacts:
    """Return what is in force now, in five statements at most."""
    session.flush()
    return {
        **{name: getattr(row, name) for name in TEXTS},
        "online_level": str(row.online_level),
        "is_filed_here": row.is_filed_here,
        "units": _units(session, row.id),
        "limit": {
            "value": row.time_limit,
            "unit": str(row.time_limit_unit),
            "note": row.time_limit_note,
            "cut_off": row.cut_off,
            "ways": [
                [way.time_limit, str(way.time_limit_unit), way.note]
                for way in _ways(session, row.id)
            ],
        },
        "cases": _cases(session, row.id),
        "suspension": {
            "is_suspended": row.is_suspended,
            "reason": row.suspended_reason,
            "since": row.suspended_since.isoformat() if row.suspended_since else "",
        },
    }


def write_local(work: Work, row: Procedure, facts: LocalFacts) -> None:
    """Put these facts into the catalogue; those not named stay as they are."""
    for name in TEXTS:
        if name in facts:
            setattr(row, name, facts[name])
    row.folded_words = folded_words(row.plain_name, row.keywords)
    if "online_level" in facts:
        row.online_level = OnlineLevel(facts["online_level"])
    row.is_filed_here = facts.get("is_filed_here", row.is_filed_here)
    if "suspension" in facts:
        said = facts["suspension"]
        row.is_suspended, row.suspended_reason = said["is_suspended"], said["reason"]
        since = said["since"] if row.is_suspended else ""
        row.suspended_since = datetime.fromisoformat(since) if since else None
    if "limit" in facts:
        _write_limit(work, row, facts["limit"])
    if "cases" in facts:
        _write_cases(work.session, row, facts["cases"])
    if "units" in facts:
        replace_units(work.session, {row.code: tuple(facts["units"])})
    work.session.add(row)
    work.session.flush()


def read_cases(stored: list[dict[str, Any]]) -> tuple[CaseFacts, ...]:
    """Return stored cases as facts; Any: JSON."""
    return tuple(
        CaseFacts(
            case["name"],
            CaseKind(case["kind"]),
            tuple(_paper_facts(paper) for paper in case["papers"]),
        )
        for case in stored
    )


def store_cases(cases: tuple[CaseFacts, ...]) -> list[dict[str, Any]]:
    """Return cases as they are stored; Any: JSON."""
    return [
        {
            "name": case.name,
            "kind": str(case.kind),
            "papers": [_stored(paper) for paper in case.components],
        }
        for case in cases
    ]


def _stored(paper: Any) -> dict[str, Any]:
    # Any: facts or a row, both with the names of PAPER.
    values = {name: getattr(paper, name) for name in PAPER}
    lists = {name: list(values[name]) for name in ("kinds", "samples")}
    return values | lists | {"required_answer": dict(paper.required_answer)}


def _paper_facts(stored: dict[str, Any]) -> ComponentFacts:
    lists = {name: tuple(stored[name]) for name in ("kinds", "samples")}
    return ComponentFacts(**(stored | lists))


def _units(session: Session, owner: UUID) -> list[str]:
    """Return the codes of the agencies named; none: they follow from the level."""
    query = (
        select(Agency.code)
        .join(ProcedureUnit, col(ProcedureUnit.agency_id) == Agency.id)
        .where(ProcedureUnit.procedure_id == owner)
        .order_by(Agency.code)
    )
    return list(session.exec(query))


def _ways(session: Session, owner: UUID) -> list[ProcedureChannel]:
    # Importers write these by plain statements, which the session does not follow.
    query = (
        select(ProcedureChannel)
        .where(ProcedureChannel.procedure_id == owner)
        .order_by(col(ProcedureChannel.position))
        .execution_options(populate_existing=True)
    )
    return list(session.exec(query))


def _cases(session: Session, owner: UUID) -> list[dict[str, Any]]:
    cases = session.exec(
        select(ProcedureCase.id, ProcedureCase.name, ProcedureCase.kind)
        .where(ProcedureCase.procedure_id == owner)
        .order_by(col(ProcedureCase.position))
    ).all()
    papers = session.exec(
        select(ProcedureComponent)
        .where(ProcedureComponent.procedure_id == owner)
        .order_by(col(ProcedureComponent.position))
        .execution_options(populate_existing=True)
    ).all()
    return [
        {
            "name": name,
            "kind": str(kind),
            "papers": [_stored(one) for one in papers if one.case_id == case_id],
        }
        for case_id, name, kind in cases
    ]


def _write_limit(work: Work, row: Procedure, limit: dict[str, Any]) -> None:
    """Set the limit of the procedure and of every way to hand it in.

    A way keeps its own words unless they only repeated those of the limit. The
    default steps are given their share anew; steps of its own stay.
    """
    value, unit = limit["value"], TimeUnit(limit["unit"])
    default = process_of(work.province, row.time_limit, row.time_limit_unit)
    if row.process == default:
        row.process = process_of(work.province, value, unit)
    ways = limit.get("ways")
    for number, way in enumerate(_ways(work.session, row.id)):
        same = limit["note"] if way.note == row.time_limit_note else way.note
        own = ways[number] if ways else (value, unit, same)
        way.time_limit, way.time_limit_unit = own[0], TimeUnit(own[1])
        way.note = own[2]
        work.session.add(way)
    row.time_limit, row.time_limit_unit = value, unit
    row.time_limit_note, row.cut_off = limit["note"], limit["cut_off"]


def _write_cases(
    session: Session, row: Procedure, stored: list[dict[str, Any]]
) -> None:
    cases = read_cases(stored)
    rows: Rows = {ProcedureCase: [], ProcedureComponent: []}
    case_rows(rows, row.id, cases)
    session.flush()
    for table in (ProcedureComponent, ProcedureCase):
        session.execute(delete(table).where(col(table.procedure_id) == row.id))
    for table, values in rows.items():
        if values:
            session.execute(insert(table), values)
    row.paper_count = paper_count(cases)
