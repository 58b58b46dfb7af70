"""Administrators, and forms of a procedure's facts as the page draws them (A02)."""

import dataclasses
from typing import Any
from uuid import UUID

from services.procedure_changes.decide import publish_change
from services.procedure_changes.edits import ChangeForm
from services.procedure_changes.models import ProcedureChange
from services.procedure_changes.papers import PaperForm, as_line
from services.procedure_changes.propose import propose_change
from services.procedure_changes.show_facts import ProcedureFacts, show_facts
from services.work import Role, Work
from tests.factories.processing import make_account_officer


def administrator(work: Work, agency_id: UUID | None = None) -> Work:
    """Return the work of an administrator who just proved to be it; a new one."""
    actor = make_account_officer(work.session, agency_id, Role.ADMINISTRATOR)
    proved = dataclasses.replace(actor, proved_at=work.now)
    return dataclasses.replace(work, actor=proved)


def form_of(shown: ProcedureFacts, **changes: Any) -> ChangeForm:
    """Return the form as it is drawn, with these fields typed anew."""
    facts = shown.basis
    limit, suspension = facts["limit"], facts["suspension"]
    drawn = ChangeForm(
        plain_name=facts["plain_name"],
        summary=facts["summary"],
        keywords=facts["keywords"],
        online_level=facts["online_level"],
        is_filed_here=facts["is_filed_here"],
        units=tuple(facts["units"]),
        requirements=facts["requirements"],
        limit_value="" if limit["value"] is None else f"{limit['value']:g}",
        limit_unit=limit["unit"],
        limit_note=limit["note"],
        cut_off=limit["cut_off"],
        papers=papers_of(shown),
        is_suspended=suspension["is_suspended"],
        suspended_reason=suspension["reason"],
        reason="Theo quyết định công bố mới",
    )
    return dataclasses.replace(drawn, **changes)


def papers_of(shown: ProcedureFacts) -> tuple[PaperForm, ...]:
    """Return the papers as they are drawn."""
    pairs = [
        (number, paper)
        for number, case in enumerate(shown.basis["cases"])
        for paper in case["papers"]
    ]
    return tuple(
        PaperForm(
            key=str(key),
            case=case,
            name=paper["name"],
            required=paper["required"],
            required_when=paper["required_when"],
            original=str(paper["original_qty"]),
            copies=str(paper["copy_qty"]),
            kinds=tuple(paper["kinds"]),
            megabytes=str(paper["max_megabytes"]),
            note=paper["note"],
            samples=as_line(paper["samples"]),
        )
        for key, (case, paper) in enumerate(pairs)
    )


def propose(work: Work, code: str, **changes: Any) -> UUID:
    """Propose a change as this administrator."""
    shown = show_facts(work, code)
    return propose_change(work, code, form_of(shown, **changes), shown.seen)


def edition_of(work: Work, change_id: UUID) -> int:
    """Return the edition a reader sees."""
    return work.session.get_one(ProcedureChange, change_id).edition


def publish(work: Work, code: str, **changes: Any) -> UUID:
    """Propose as one administrator and publish as another."""
    made = propose(administrator(work), code, **changes)
    publish_change(administrator(work), made, edition_of(work, made))
    return made
