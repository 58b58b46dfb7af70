"""Finish a step: hand the dossier to the next one, or approve its result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.owe import owe
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.models import DueMoment
from services.processing.announce import announce
from services.processing.close_opinions import close_opinions
from services.processing.deadlines import step_due
from services.processing.models import DossierStep, StepState
from services.processing.queries import (
    agency_dossier,
    check_version,
    renew_version,
    steps_of,
)
from services.processing.rules import current_step, is_barred
from services.processing.step_log import Handing, log_step
from services.processing.step_models import StepKind
from services.processing.take_step import check_holder
from services.processing.way import following, go_to
from services.work import Role, Work

OPINION_LENGTHS = (5, 2000)


@dataclass(frozen=True)
class Finding:
    """What the officer found, the way on, and why without an opinion asked for."""

    opinion: str
    way: str = ""
    without: str = ""


@dataclass(frozen=True)
class StepFinished:
    """Where the dossier is now."""

    code: str
    step: str
    next_step: str  # empty once the result is approved
    status: DossierStatus
    version: int


def finish_step(
    work: Work, code: str, found: str | Finding, intent: str, version: int
) -> StepFinished:
    """Finish the step one holds, on the dossier as one saw it, and choose the way on.

    The last step approves the result, which must be attached by then; who prepared
    the dossier cannot take it (AZ-9). A question to a colleague that has no answer
    yet is left open only for a reason. Pressed twice, it is finished once (R6).
    """
    said = Finding(found) if isinstance(found, str) else found
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    if earlier := _same_press(steps, officer_id, intent):
        return _finished(dossier, steps, earlier)
    step = open_step(work, dossier, steps, version)
    is_last = step is steps[-1]
    step.opinion = _opinion(said.opinion, is_last)
    if is_last and step.result_id is None:
        raise RuleViolation({"result": "result_missing"})
    target = None if is_last else following(step, steps, said.way)
    close_opinions(work, step, said.without)
    kind = StepKind.FINISHED if target is None else StepKind.HANDED_ON
    onward = Handing(note=step.opinion, to_step=target.name if target else "")
    log_step(work, dossier, step, kind, onward)
    step.state, step.intent = StepState.DONE, intent
    step.done_at, step.done_by_id = work.now, officer_id
    if target is None:
        _approve(work, dossier)
    else:
        _hand_on(work, dossier, step, target)
        go_to(target, steps, work.now)
        target.due_at = promise_step(work, dossier, target)
    work.session.add_all(steps)
    renew_version(work, dossier)
    record(work, "finish_step", dossier.id, position=step.position, last=is_last)
    announce(work, dossier)
    return _finished(dossier, steps, step)


def open_step(
    work: Work, dossier: Dossier, steps: Sequence[DossierStep], version: int
) -> DossierStep:
    """Return the step the officer holds and may act on, as it was seen, or refuse."""
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    if dossier.suspended_since is not None:
        raise Conflict("suspended_now")
    check_holder(work, step, officer_id)
    if step.role not in work.actor.roles or is_barred(step, steps, officer_id):
        raise Forbidden("four_eyes")
    check_version(dossier, version)
    return step


def promise_step(work: Work, dossier: Dossier, step: DossierStep) -> datetime:
    """Return when a step that starts now is due."""
    calendar = work_calendar(work, dossier.agency_id)
    return step_due(calendar, work.now, step.hours, dossier.due_at)


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
    work: Work, dossier: Dossier, step: DossierStep, target: DossierStep
) -> None:
    facts = {"step": step.name, "next_step": target.name}
    note_event(work, dossier, "step_done", facts)


def _approve(work: Work, dossier: Dossier) -> None:
    move(dossier, DossierStatus.RESULT_READY)
    dossier.finished_at = work.now
    note_event(work, dossier, "result_ready")
    tell_people(work, dossier, Subject.RESULT_READY, str(dossier.id))
    owe(work, dossier, DueMoment.RESULT)
    # Results stand above this domain: their job puts the paper into the vault.
    defer(work.session, "results.keep_result", dossier_id=str(dossier.id))


def _finished(
    dossier: Dossier, steps: Sequence[DossierStep], step: DossierStep
) -> StepFinished:
    under_way = current_step(steps)
    return StepFinished(
        code=dossier.code or "",
        step=step.name,
        next_step=under_way.name if under_way else "",
        status=dossier.status,
        version=dossier.version,
    )
