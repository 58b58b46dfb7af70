"""Finish a step: hand the dossier to the next one, or approve its result."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.owe import owe
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.models import DueMoment
from services.processing.announce import announce
from services.processing.deadlines import step_due
from services.processing.models import DossierStep, StepState
from services.processing.queries import (
    agency_dossier,
    check_version,
    renew_version,
    steps_of,
)
from services.processing.rules import current_step, is_barred
from services.processing.take_step import check_holder
from services.processing.timeline import note
from services.work import Role, Work

OPINION_LENGTHS = (5, 2000)


@dataclass(frozen=True)
class StepFinished:
    """Where the dossier is now."""

    code: str
    step: str
    next_step: str  # empty once the result is approved
    status: DossierStatus
    version: int


def finish_step(
    work: Work, code: str, opinion: str, intent: str, version: int
) -> StepFinished:
    """Finish the step one holds, on the dossier as one saw it.

    The last step approves the result, which must be attached by then; who prepared
    the dossier cannot take it (AZ-9). Pressed twice, it is finished once (R6).
    """
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    if earlier := _same_press(steps, officer_id, intent):
        return _finished(dossier, steps, earlier)
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    check_holder(work, step, officer_id)
    if step.role not in work.actor.roles or is_barred(step, steps, officer_id):
        raise Forbidden("four_eyes")
    check_version(dossier, version)
    is_last = step is steps[-1]
    step.opinion = _opinion(opinion, is_last)
    if is_last and step.result_id is None:
        raise RuleViolation({"result": "result_missing"})
    step.state, step.intent = StepState.DONE, intent
    step.done_at, step.done_by_id = work.now, officer_id
    work.session.add(step)
    if is_last:
        _approve(work, dossier)
    else:
        _hand_on(work, dossier, step, steps)
    renew_version(work, dossier)
    record(work, "finish_step", dossier.id, position=step.position, last=is_last)
    announce(work, dossier)
    return _finished(dossier, steps, step)


def _same_press(
    steps: Sequence[DossierStep], officer_id: UUID, intent: str
) -> DossierStep | None:
    if not intent:
        raise RuleViolation({"intent": "required"})
    pressed = (s for s in steps if s.intent == intent and s.done_by_id == officer_id)
    return next(pressed, None)


def _opinion(text: str, is_last: bool) -> str:
    """An approval may be silent; whoever hands a dossier on says what was found."""
    minimum = 0 if is_last else OPINION_LENGTHS[0]
    try:
        return read_note(text, minimum, OPINION_LENGTHS[1])
    except Unreadable as fault:
        raise RuleViolation({"opinion": fault.key}) from None


def _hand_on(
    work: Work, dossier: Dossier, step: DossierStep, steps: Sequence[DossierStep]
) -> None:
    following = steps[steps.index(step) + 1]
    following.state, following.started_at = StepState.CURRENT, work.now
    following.due_at = step_due(
        work_calendar(work), work.now, following.hours, dossier.due_at
    )
    work.session.add(following)
    facts = {"step": step.name, "next_step": following.name}
    note(work, dossier, "step_done", facts)


def _approve(work: Work, dossier: Dossier) -> None:
    move(dossier, DossierStatus.RESULT_READY)
    dossier.finished_at = work.now
    note(work, dossier, "result_ready")
    tell_people(work, dossier, Subject.RESULT_READY, str(dossier.id))
    owe(work, dossier, DueMoment.RESULT)
    # Results stand above this domain: their job puts the paper into the vault.
    defer(work.session, "results.keep_result", dossier_id=str(dossier.id))


def _finished(
    dossier: Dossier, steps: Sequence[DossierStep], step: DossierStep
) -> StepFinished:
    following = steps[steps.index(step) + 1 :]
    return StepFinished(
        code=dossier.code or "",
        step=step.name,
        next_step=following[0].name if following else "",
        status=dossier.status,
        version=dossier.version,
    )
