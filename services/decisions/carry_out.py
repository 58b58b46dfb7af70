"""Let a decision take effect, all of it in one transaction."""

from services.audit.record import record
from services.core.clock import local
from services.core.promises import LineKind
from services.decisions.give_back import give_back
from services.decisions.hand_to_unit import hand_to_unit
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.queries import step_now
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.notifications.models import Subject
from services.payments.cancel_open import cancel_open
from services.processing.announce import announce
from services.processing.pauses import extend_promise, resume_promise
from services.processing.queries import renew_version
from services.processing.step_log import Handing, log_step
from services.processing.step_models import StepKind
from services.slips.issue_slip import issue_slip
from services.slips.models import SlipKind
from services.slips.sheet import SlipFacts
from services.work import Work

K = DecisionKind
SLIPS = {
    K.REFUSE: SlipKind.REFUSAL,
    K.EXTEND: SlipKind.EXTENSION,
    K.APOLOGISE: SlipKind.EXTENSION,
    K.STOP: SlipKind.STOP,
}
SUBJECTS = {
    K.REFUSE: Subject.REFUSED,
    K.SUSPEND: Subject.SUSPENDED,
    K.RESUME: Subject.RESUMED,
    K.EXTEND: Subject.EXTENDED,
    K.APOLOGISE: Subject.APOLOGISED,
    K.STOP: Subject.STOPPED,
    K.TRANSFER: Subject.TRANSFERRED,
}
EVENTS = {
    K.REFUSE: "refused",
    K.SUSPEND: "suspended",
    K.RESUME: "resumed",
    K.EXTEND: "extended",
    K.APOLOGISE: "apologised",
    K.STOP: "stopped",
    K.TRANSFER: "transferred",
}


def carry_out(work: Work, dossier: Dossier, decision: Decision) -> None:
    """Carry it out on the locked dossier: status, clock, slip, money, people."""
    decision.state = DecisionState.APPROVED
    decision.decided_at = decision.decided_at or work.now
    work.session.add(decision)
    _EFFECTS[decision.kind](work, dossier, decision)
    if kind := SLIPS.get(decision.kind):
        issue_slip(work, dossier, kind, _facts(decision))
    renew_version(work, dossier)
    note_event(work, dossier, EVENTS[decision.kind], _told(decision))
    record(work, f"decision.{decision.kind}", dossier.id, leader=decision.needs_leader)
    tell_people(work, dossier, SUBJECTS[decision.kind], str(decision.id))
    announce(work, dossier)
    work.session.flush()


def _refuse(work: Work, dossier: Dossier, decision: Decision) -> None:
    # Whoever was refused before any work was done gets back what was paid.
    is_before = dossier.received_at is None
    _end(work, dossier, DossierStatus.REFUSED)
    if is_before or decision.gives_back:
        decision.gives_back = give_back(work, dossier.id) > 0


def _stop(work: Work, dossier: Dossier, decision: Decision) -> None:
    _end(work, dossier, DossierStatus.STOPPED)
    if decision.gives_back:
        decision.gives_back = give_back(work, dossier.id) > 0


def _end(work: Work, dossier: Dossier, status: DossierStatus) -> None:
    log_step(work, dossier, step_now(work, dossier), StepKind.FINISHED)
    move(dossier, status)
    cancel_open(work, dossier.id, str(status))
    dossier.ended_at, dossier.supplement_by = work.now, None
    dossier.suspended_since = dossier.awaiting_since = None


def _suspend(work: Work, dossier: Dossier, decision: Decision) -> None:
    log = Handing(note=decision.ground)
    log_step(work, dossier, step_now(work, dossier), StepKind.PAUSED, log)
    dossier.suspended_since = work.now


def _resume(work: Work, dossier: Dossier, decision: Decision) -> None:
    assert dossier.suspended_since is not None
    log = Handing(note=decision.ground)
    log_step(work, dossier, step_now(work, dossier), StepKind.RESUMED, log)
    resume_promise(work, dossier, dossier.suspended_since, LineKind.SUSPENDED)
    dossier.suspended_since = None
    decision.new_due = dossier.due_at


def _extend(work: Work, dossier: Dossier, decision: Decision) -> None:
    assert decision.new_due is not None
    decision.due_before = dossier.due_at
    extend_promise(work, dossier, decision.new_due)


def _apologise(work: Work, dossier: Dossier, decision: Decision) -> None:
    decision.due_before = dossier.due_at


def _transfer(work: Work, dossier: Dossier, decision: Decision) -> None:
    hand_to_unit(work, dossier, decision)


_EFFECTS = {
    K.REFUSE: _refuse,
    K.SUSPEND: _suspend,
    K.RESUME: _resume,
    K.EXTEND: _extend,
    K.APOLOGISE: _apologise,
    K.STOP: _stop,
    K.TRANSFER: _transfer,
}


def _facts(decision: Decision) -> SlipFacts:
    return SlipFacts(
        reference=str(decision.id),
        reason=decision.ground,
        legal_basis=decision.legal_basis,
        what_next=decision.what_next,
        old_due=local(decision.due_before) if decision.due_before else None,
        new_due=local(decision.new_due) if decision.new_due else None,
        stage=decision.stage,
        refund=decision.gives_back,
        signer=decision.decided_by_name or decision.proposed_by_name,
    )


def _told(decision: Decision) -> dict[str, str]:
    """Return the facts of the timeline's line; what was written stays on the slip."""
    facts = {"unit": decision.to_agency_name, "from": decision.from_agency_name}
    if decision.kind is not K.TRANSFER:
        facts = {"ground": decision.ground}
    if decision.kind is K.EXTEND and decision.new_due:
        facts["due"] = decision.new_due.isoformat()
    return facts
