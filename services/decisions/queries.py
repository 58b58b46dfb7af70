"""Reads of decisions, and what stands against one now."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.errors import Conflict, Forbidden
from services.decisions.apology import has_apologised, is_late
from services.decisions.models import (
    Decision,
    DecisionKind,
    DecisionState,
)
from services.decisions.rules import OPEN_IN, PROPOSERS
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Agency
from services.processing.models import DossierStep
from services.processing.queries import steps_of
from services.processing.rules import current_step
from services.processing.way import terms_of
from services.work import Role, Work

K, S = DecisionKind, DossierStatus


def decisions_of(session: Session, dossier_id: UUID) -> Sequence[Decision]:
    """Return the decisions of a dossier, the latest first."""
    query = select(Decision).where(Decision.dossier_id == dossier_id)
    return session.exec(query.order_by(col(Decision.proposed_at).desc())).all()


def open_decision(rows: Sequence[Decision]) -> Decision | None:
    """Return the one that waits for the leader, if any."""
    return next((d for d in rows if d.state is DecisionState.PROPOSED), None)


def receiving_units(work: Work, dossier: Dossier) -> Mapping[str, tuple[UUID, str]]:
    """Return where a dossier may go: every unit with a desk but its own."""
    query = select(Agency).where(
        col(Agency.is_receiving), Agency.id != dossier.agency_id
    )
    found = work.session.exec(query.order_by(col(Agency.code)))
    return {one.code: (one.id, one.name) for one in found}


def check_state(
    work: Work,
    dossier: Dossier,
    kind: DecisionKind,
    rows: Sequence[Decision],
    steps: Sequence[DossierStep] | None = None,
) -> None:
    """Refuse what this dossier is not open to now, each with its own sentence.

    The steps may be given, for whoever asks about every kind.
    """
    if dossier.status not in OPEN_IN[kind]:
        raise Conflict(f"{kind}_not_now")
    if kind is K.SUSPEND and dossier.suspended_since is not None:
        raise Conflict("suspended_already")
    if kind is K.RESUME and dossier.suspended_since is None:
        raise Conflict("not_suspended")
    if kind is K.EXTEND:
        _check_extension(dossier, rows)
    if kind is K.APOLOGISE:
        _check_apology(dossier, rows)
    if dossier.status is S.PROCESSING:
        _check_terms(step_now(work, dossier, steps), kind)
    if kind is K.STOP and dossier.status is S.SUPPLEMENT and _is_awaited(work, dossier):
        raise Conflict("supplement_running")


def check_may_propose(
    work: Work, dossier: Dossier, steps: Sequence[DossierStep] | None = None
) -> None:
    """Refuse who is not at work on the dossier: a step's holder, or a leader."""
    roles = PROPOSERS.get(dossier.status)
    if roles is None:
        raise Conflict("not_decidable")
    if not roles & work.actor.roles:
        raise Forbidden("role")
    if dossier.status is not S.PROCESSING or Role.APPROVER in work.actor.roles:
        return
    step = step_now(work, dossier, steps)
    if step is None or step.holder_id is None:
        raise Conflict("not_taken")
    if step.holder_id != work.actor.account_id:
        raise Conflict("not_holder")


def step_now(
    work: Work, dossier: Dossier, steps: Sequence[DossierStep] | None = None
) -> DossierStep | None:
    """Return the step under way."""
    known = steps_of(work.session, dossier.id) if steps is None else steps
    return current_step(known)


def _check_terms(step: DossierStep | None, kind: DecisionKind) -> None:
    """Refuse what the process does not let be done at the step under way (A04).

    A deadline for a supplement that passed may always end the dossier: that is law.
    """
    if step is None:
        return
    terms = terms_of(step)
    allowed = {
        K.SUSPEND: terms.may_suspend,
        K.EXTEND: terms.may_extend,
        K.STOP: terms.may_stop,
    }
    if not allowed.get(kind, True):
        raise Conflict("step_forbids")


def _check_extension(dossier: Dossier, rows: Sequence[Decision]) -> None:
    if dossier.due_at is None:
        raise Conflict("no_promise")
    if dossier.suspended_since is not None:
        raise Conflict("suspended_now")
    once = (d.kind is K.EXTEND and d.state is DecisionState.APPROVED for d in rows)
    if any(once):
        raise Conflict("extended_already")


def _check_apology(dossier: Dossier, rows: Sequence[Decision]) -> None:
    if not is_late(dossier):
        raise Conflict("not_late")
    if has_apologised(rows):
        raise Conflict("apologised_already")


def _is_awaited(work: Work, dossier: Dossier) -> bool:
    return dossier.supplement_by is None or work.now <= dossier.supplement_by
