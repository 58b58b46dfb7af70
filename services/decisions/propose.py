"""Propose a decision; where no leader is asked, it is carried out at once (O07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.decisions.carry_out import carry_out
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.queries import (
    check_may_propose,
    check_state,
    decisions_of,
    open_decision,
    receiving_units,
    step_now,
)
from services.decisions.read_form import DecisionForm, ReadDecision, read_decision
from services.decisions.rules import Wanted, needs_leader
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier
from services.processing.announce import announce
from services.processing.queries import agency_dossier, check_version, renew_version
from services.work import Role, Work

DESK = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


@dataclass(frozen=True)
class Decided:
    """What became of a decision."""

    decision_id: UUID
    code: str
    kind: DecisionKind
    state: DecisionState
    new_due: datetime | None
    unit: str  # where it went, of a transfer


def propose(work: Work, code: str, form: DecisionForm, intent: str) -> Decided:
    """Propose it with its ground; pressed twice, it is proposed once (R6).

    One decision waits at a time. What needs no leader takes effect now.
    """
    work.actor.require_officer(*DESK)
    if not intent:
        raise RuleViolation({"intent": "required"})
    if earlier := _pressed(work, intent):
        return decided(code, earlier)
    dossier = agency_dossier(work, code, lock=True)
    rows = decisions_of(work.session, dossier.id)
    if same := next((d for d in rows if d.intent == intent), None):
        return decided(code, same)
    read = _read(work, dossier, form, rows)
    check_version(dossier, form.version)
    decision = _row(work, dossier, (form, read), intent)
    work.session.add(decision)
    work.session.flush()
    record(work, "decision.proposed", dossier.id, kind=str(form.kind))
    if decision.needs_leader:
        renew_version(work, dossier)
        announce(work, dossier)
    else:
        carry_out(work, dossier, decision)
    return decided(code, decision)


def check_decision(work: Work, code: str, form: DecisionForm) -> ReadDecision:
    """Refuse with everything that is wrong, before the preview is shown."""
    work.actor.require_officer(*DESK)
    dossier = agency_dossier(work, code)
    return _read(work, dossier, form, decisions_of(work.session, dossier.id))


def decided(code: str, decision: Decision) -> Decided:
    """Return what the officer is told."""
    return Decided(
        decision_id=decision.id,
        code=code,
        kind=decision.kind,
        state=decision.state,
        new_due=decision.new_due,
        unit=decision.to_agency_name,
    )


def led_kinds(work: Work) -> frozenset[str]:
    """Return what the province wants a leader for, beside what the law does."""
    own = work.province.profile.get("decisions", {})
    return frozenset(own.get("leader", ()))


def _pressed(work: Work, intent: str) -> Decision | None:
    """Return one's own earlier press: a transferred dossier is no longer seen."""

    mine = select(Decision).where(
        Decision.intent == intent, Decision.proposed_by_id == work.actor.account_id
    )
    return work.session.exec(mine).first()


def _read(
    work: Work, dossier: Dossier, form: DecisionForm, rows: Sequence[Decision]
) -> ReadDecision:
    if open_decision(rows) is not None:
        raise Conflict("decision_waiting")
    check_state(work, dossier, form.kind, rows)
    check_may_propose(work, dossier)
    units = receiving_units(work, dossier) if form.kind is DecisionKind.TRANSFER else {}
    calendar = work_calendar(work, dossier.agency_id)
    return read_decision(form, dossier, units, calendar, work.now)


def _row(
    work: Work, dossier: Dossier, asked: tuple[DecisionForm, ReadDecision], intent: str
) -> Decision:
    form, read = asked
    assert dossier.agency_id is not None
    step = step_now(work, dossier)
    wanted = Wanted(form.kind, read.refusal)
    return Decision(
        dossier_id=dossier.id,
        agency_id=dossier.agency_id,
        kind=form.kind,
        state=DecisionState.PROPOSED,
        refusal=str(read.refusal or ""),
        template_key=form.template_key[:60],
        ground=read.ground,
        legal_basis=read.legal_basis,
        what_next=read.what_next,
        came_from=dossier.status,
        stage=step.name if step else "",
        gives_back=form.gives_back,
        due_before=dossier.due_at,
        new_due=read.new_due.astimezone(UTC) if read.new_due else None,
        why_late=read.why_late,
        to_agency_id=read.unit_id,
        to_agency_name=read.unit_name,
        from_agency_name=str(dossier.frozen["unit"]["name"]),
        proposed_by_id=work.actor.require_officer(),
        proposed_by_name=work.actor.name,
        proposed_at=work.now,
        needs_leader=needs_leader(
            wanted, dossier.status, led_kinds(work), work.actor.roles
        ),
        intent=intent,
    )
