"""The page of a procedure as citizens will read it, before it is published (A02)."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from services.administration.scope import require_administrator
from services.core.errors import NotFound
from services.procedure_changes.in_force import suspension_of
from services.procedure_changes.models import ProcedureChange
from services.procedures.facts import CaseFacts, ComponentFacts, paper_count
from services.procedures.local_facts import LocalFacts, read_cases
from services.procedures.models import OnlineLevel, TimeUnit
from services.procedures.receiving_units import units_by_code
from services.procedures.show_procedure import (
    Case,
    Component,
    Limit,
    ProcedureDetail,
    Way,
    show_procedure,
)
from services.procedures.write_facts import stable_id
from services.work import Work

TEXTS = ("plain_name", "summary", "requirements", "is_filed_here")


def preview_change(work: Work, change_id: UUID) -> ProcedureDetail:
    """Return the page with a change in it; nothing is written."""
    require_administrator(work)
    change = work.session.get(ProcedureChange, change_id)
    if change is None:
        raise NotFound("procedure_change")
    facts = dict(change.facts)
    if "suspension" in facts:
        facts["suspension"] = suspension_of(change)
    return detail_with(work, change.procedure_code, facts)


def detail_with(work: Work, code: str, facts: LocalFacts) -> ProcedureDetail:
    """Return the page with these facts instead of those in force."""
    detail = show_procedure(work, code)
    values: dict[str, Any] = {  # Any: fields of the page
        name: facts[name] for name in TEXTS if name in facts
    }
    if "online_level" in facts:
        values["online_level"] = OnlineLevel(facts["online_level"])
    if "units" in facts:
        values["units"] = units_by_code(work.session, frozenset(facts["units"]))
    if "limit" in facts:
        values |= _limits(detail, facts["limit"])
    if "cases" in facts:
        cases = read_cases(facts["cases"])
        values["cases"] = _cases(detail.id, cases)
        values["paper_count"] = paper_count(cases)
    if "suspension" in facts:
        values |= _suspension(facts["suspension"])
    return replace(detail, **values)


def _limits(detail: ProcedureDetail, said: dict[str, Any]) -> dict[str, Any]:
    # Any: JSON, and fields of the page.
    limit = Limit(said["value"], TimeUnit(said["unit"]), said["note"])
    old = detail.limit.note
    ways = tuple(
        Way(way.channel, replace(limit, note=_note(way.limit.note, old, limit.note)))
        for way in detail.channels
    )
    return {"limit": limit, "channels": ways}


def _note(own: str, old: str, new: str) -> str:
    return new if own == old else own


def _suspension(said: dict[str, Any]) -> dict[str, Any]:
    # Any: JSON, and fields of the page.
    since = said.get("since", "")
    return {
        "is_suspended": said["is_suspended"],
        "suspended_reason": said["reason"],
        "suspended_since": datetime.fromisoformat(since) if since else None,
    }


def _cases(owner: UUID, cases: tuple[CaseFacts, ...]) -> tuple[Case, ...]:
    position, shown = 0, []
    for case in cases:
        papers = []
        for paper in case.components:
            position += 1
            papers.append(_component(owner, position, paper))
        shown.append(Case(case.name, case.kind, tuple(papers)))
    return tuple(shown)


def _component(owner: UUID, position: int, paper: ComponentFacts) -> Component:
    return Component(
        id=stable_id(owner, "component", position),
        code=paper.code,
        name=paper.name,
        original_qty=paper.original_qty,
        copy_qty=paper.copy_qty,
        is_paper=paper.is_paper,
        required=paper.required,
        required_when=paper.required_when,
        note=paper.note,
        kinds=paper.kinds,
        is_form=paper.is_form,
        samples=paper.samples,
    )
