"""What a dossier's people are told of its decisions, and anybody with the code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.queries import decisions_of
from services.decisions.read_decisions import read_decisions
from services.dossiers.models import Dossier
from services.dossiers.show_dossier import find_exact, visible_as
from services.slips.slips_of import slip_line
from services.work import Work

K = DecisionKind


@dataclass(frozen=True)
class Told:
    """One decision in the citizen's words: what, why, by which article, what next."""

    kind: DecisionKind
    at: datetime
    is_now: bool  # of a suspension: it still lasts
    refusal: str = ""
    ground: str = ""
    legal_basis: str = ""
    what_next: str = ""
    new_due: datetime | None = None
    due_before: datetime | None = None
    unit: str = ""
    gives_back: bool = False
    slip_key: str = ""  # names the PDF; empty: no slip, or not for who looks


def told_to_people(work: Work, code: str) -> tuple[Told, ...]:
    """Return what was decided, for whoever sees the dossier as its own (AZ-4)."""
    return told_here(work, code)[1]


def told_here(work: Work, code: str) -> tuple[UUID, tuple[Told, ...]]:
    """Return the same with the dossier's id, which a page that shows it listens to."""
    work.actor.require_citizen()
    rows = read_decisions(work, visible_as(work, code))
    keys = {slip.reference: slip_line(work, slip).key for slip in rows.slips}
    told = (
        _whole(rows.dossier, one, keys.get(one.id, ""))
        for one in rows.decisions
        if one.state is DecisionState.APPROVED
    )
    return rows.dossier.id, tuple(told)


def told_by_code(work: Work, code_text: str) -> tuple[Told, ...]:
    """Return that it happened and the new date or unit; what was written stays.

    What officers wrote may name people, so it stays with the owner (PII-4).
    """
    try:
        code = read_dossier_code(code_text)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key}) from None
    dossier = find_exact(work.session, code)
    if dossier is None:
        raise NotFound("dossier")
    return tuple(
        Told(
            kind=one.kind,
            at=one.decided_at or one.proposed_at,
            is_now=_is_now(dossier, one),
            refusal=one.refusal,
            legal_basis=one.legal_basis,
            new_due=one.new_due,
            unit=one.to_agency_name,
        )
        for one in _taken(work, dossier)
    )


def _taken(work: Work, dossier: Dossier) -> list[Decision]:
    rows = decisions_of(work.session, dossier.id)
    return [one for one in rows if one.state is DecisionState.APPROVED]


def _whole(dossier: Dossier, one: Decision, key: str) -> Told:
    return Told(
        kind=one.kind,
        at=one.decided_at or one.proposed_at,
        is_now=_is_now(dossier, one),
        refusal=one.refusal,
        ground=one.ground,
        legal_basis=one.legal_basis,
        what_next=one.what_next,
        new_due=one.new_due,
        due_before=one.due_before,
        unit=one.to_agency_name,
        gives_back=one.gives_back,
        slip_key=key,
    )


def _is_now(dossier: Dossier, one: Decision) -> bool:
    return one.kind is not K.SUSPEND or dossier.suspended_since == one.decided_at
