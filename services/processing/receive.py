"""Receive a dossier (tiếp nhận): promise a date and start its process."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.working_days import WorkCalendar, working_hours_between
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.owe import owe
from services.dossiers.rules import move
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.dossiers.tell_people import tell_people
from services.dossiers.time_limits import store_lines
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.models import DueMoment
from services.processing.announce import announce
from services.processing.await_payment import await_payment
from services.processing.check_people import verify_later
from services.processing.deadlines import ONE_HOUR, step_due
from services.processing.models import (
    DossierReceipt,
    DossierStep,
    ReceiptCounter,
    StepState,
)
from services.processing.office_part import office_problems
from services.processing.queries import agency_dossier, check_version, verdicts_of
from services.processing.reception_form import Reception, ReceptionForm, read_form
from services.processing.rules import process_of
from services.processing.step_log import log_received
from services.work import Role, Work


@dataclass(frozen=True)
class Received:
    """The receipt as it was issued; pressed again, the same one."""

    code: str
    number: int
    issued_at: datetime
    due_at: datetime
    officer: str


def receive(work: Work, code: str, form: ReceptionForm, intent: str) -> Received:
    """Receive a dossier whose papers are in order, and issue Mẫu 01.

    Decree 118/2025: the time limit runs from now. Of two officers the first
    receives; a second press shows that receipt, a colleague is told who was first.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    if not intent:
        raise RuleViolation({"intent": "required"})
    dossier = agency_dossier(work, code, lock=True)
    if receipt := _issued(work, dossier):
        if receipt.officer_id != officer_id:
            raise Conflict("received_by", receipt.officer_name)
        return _received(dossier, receipt)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict(str(dossier.status))
    check_version(dossier, form.version)
    handed_in, calendar = read_snapshot(dossier), work_calendar(work, dossier.agency_id)
    read = _read(work, dossier, form, handed_in, calendar)
    _accept(work, dossier, read)
    _start(work, dossier, handed_in, calendar)
    record(work, "receive", dossier.id, due_by_hand=read.promise is None)
    verify_later(work, dossier)
    announce(work, dossier)
    defer(work.session, "digitising.read_dossier", dossier_id=str(dossier.id))
    tell_people(work, dossier, Subject.RECEIVED, str(dossier.id))
    if owe(work, dossier, DueMoment.RECEPTION):
        await_payment(work, dossier)
    return _received(dossier, _issue(work, dossier, read, intent))


def _issued(work: Work, dossier: Dossier) -> DossierReceipt | None:
    query = select(DossierReceipt).where(DossierReceipt.dossier_id == dossier.id)
    return work.session.exec(query).first()


def _read(
    work: Work,
    dossier: Dossier,
    form: ReceptionForm,
    handed_in: Snapshot,
    calendar: WorkCalendar,
) -> Reception:
    """Read the form and the office's part; all that stands in the way is said at once."""
    office = office_problems(work, dossier)
    verdicts = verdicts_of(work.session, dossier.id)
    try:
        read = read_form(form, handed_in, verdicts, calendar, work.now)
    except RuleViolation as refusal:
        raise RuleViolation({**refusal.problems, **office}) from None
    if office:
        raise RuleViolation(office)
    return read


def _accept(work: Work, dossier: Dossier, read: Reception) -> None:
    """Write what reception found, and move 1 → 2 → 4, each on its own line."""
    dossier.submitter_birth_date, dossier.submitter_phone = read.birth_date, read.phone
    dossier.received_at = dossier.updated_at = work.now
    dossier.due_at = read.due_at.astimezone(UTC)
    dossier.due_reasons = store_lines(read.promise)
    move(dossier, DossierStatus.RECEIVED)
    facts = {"due_reason": read.due_reason} if read.due_reason else {}
    note_event(work, dossier, "received", facts)
    move(dossier, DossierStatus.PROCESSING)
    work.session.add(dossier)


def _start(
    work: Work, dossier: Dossier, handed_in: Snapshot, calendar: WorkCalendar
) -> None:
    """Lay out the steps the dossier will take; the first one is open to be taken."""
    assert dossier.agency_id is not None
    assert dossier.due_at is not None
    plans = process_of(handed_in.process, work.province.profile["process"])
    whole = working_hours_between(calendar, work.now, dossier.due_at) / ONE_HOUR
    for position, plan in enumerate(plans):
        step = DossierStep(
            dossier_id=dossier.id,
            agency_id=dossier.agency_id,
            position=position,
            name=plan.name,
            role=plan.role,
            hours=plan.allotted(whole),
            key=plan.key,
            terms=dict(plan.terms),
        )
        if position == 0:
            log_received(work, dossier, step)
            step.state, step.started_at = StepState.CURRENT, work.now
            step.due_at = step_due(calendar, work.now, step.hours, dossier.due_at)
        work.session.add(step)
    note_event(work, dossier, "processing_started", {"step": plans[0].name}, place=1)


def _issue(
    work: Work, dossier: Dossier, read: Reception, intent: str
) -> DossierReceipt:
    submitted_at = dossier.submitted_at or work.now
    calendar = work_calendar(work, dossier.agency_id)
    waited = working_hours_between(calendar, submitted_at, work.now)
    work.session.flush()
    receipt = DossierReceipt(
        dossier_id=dossier.id,
        number=_next_number(work, dossier),
        issued_at=work.now,
        officer_id=work.actor.require_officer(),
        officer_name=work.actor.name,
        due_at=read.due_at,
        facts={"phone": read.phone, "due_reason": read.due_reason},
        waited_hours=waited / ONE_HOUR,
        intent=intent,
    )
    work.session.add(receipt)
    work.session.flush()
    return receipt


def _next_number(work: Work, dossier: Dossier) -> int:
    """Return the next number of the register; locked last, so briefly (NUM-3)."""
    row = insert(ReceiptCounter).values(
        id=uuid4(),
        agency_id=dossier.agency_id,
        year=local_day(work.now).year,
        last=1,
    )
    numbered = work.session.execute(
        row.on_conflict_do_update(
            index_elements=[col(ReceiptCounter.agency_id), col(ReceiptCounter.year)],
            set_={"last": col(ReceiptCounter.last) + 1},
        ).returning(col(ReceiptCounter.last))
    )
    return int(numbered.scalar_one())


def _received(dossier: Dossier, receipt: DossierReceipt) -> Received:
    return Received(
        code=dossier.code or "",
        number=receipt.number,
        issued_at=receipt.issued_at,
        due_at=receipt.due_at,
        officer=receipt.officer_name,
    )
