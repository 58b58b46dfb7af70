"""The leader's word on a decision that waits (AZ-9)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.decisions.carry_out import carry_out
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.propose import Decided, decided
from services.decisions.queries import check_state, decisions_of
from services.decisions.rules import REASON_LENGTHS
from services.dossiers.models import Dossier
from services.processing.announce import announce
from services.processing.queries import agency_dossier, check_version, renew_version
from services.work import Role, Work


def approve(work: Work, code: str, decision_id: UUID, version: int) -> Decided:
    """Agree, on the dossier as one saw it: it takes effect now.

    Of two leaders the first counts; who proposed cannot agree. What the dossier
    is no longer open to is refused, and may then be declined.
    """
    dossier, decision = _waiting(work, code, decision_id)
    if decision.state is DecisionState.APPROVED:
        return decided(code, decision)
    if decision.state is not DecisionState.PROPOSED:
        raise Conflict("decision_decided")
    rows = decisions_of(work.session, dossier.id)
    check_version(dossier, version)
    check_state(work, dossier, decision.kind, rows)
    if decision.came_from is not dossier.status:
        raise Conflict(f"{decision.kind}_not_now")
    _check_date(decision, dossier)
    _sign(work, decision)
    carry_out(work, dossier, decision)
    return decided(code, decision)


def decline(work: Work, code: str, decision_id: UUID, reason: str) -> Decided:
    """Say no, and why; the office works on."""
    dossier, decision = _waiting(work, code, decision_id)
    if decision.state is DecisionState.DECLINED:
        return decided(code, decision)
    if decision.state is not DecisionState.PROPOSED:
        raise Conflict("decision_decided")
    try:
        words = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"declined_reason": fault.key}) from None
    decision.state, decision.declined_reason = DecisionState.DECLINED, words
    _sign(work, decision)
    renew_version(work, dossier)
    record(work, "decision.declined", dossier.id, kind=str(decision.kind))
    announce(work, dossier)
    return decided(code, decision)


def _waiting(work: Work, code: str, decision_id: UUID) -> tuple[Dossier, Decision]:
    officer_id = work.actor.require_officer(Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    wanted = select(Decision).where(
        Decision.id == decision_id, Decision.dossier_id == dossier.id
    )
    decision = work.session.exec(
        wanted.execution_options(populate_existing=True)
    ).first()
    if decision is None:
        raise NotFound("decision")
    if decision.proposed_by_id == officer_id:
        raise Forbidden("four_eyes")
    return dossier, decision


def _check_date(decision: Decision, dossier: Dossier) -> None:
    """An extension promises a later day than the one promised by now."""
    if decision.kind is not DecisionKind.EXTEND:
        return
    assert decision.new_due is not None
    if dossier.due_at is None or decision.new_due <= dossier.due_at:
        raise Conflict("new_due_passed")


def _sign(work: Work, decision: Decision) -> None:
    decision.decided_by_id = work.actor.require_officer()
    decision.decided_by_name, decision.decided_at = work.actor.name, work.now
    work.session.add(decision)
