"""Write a line of the step log: who handed what to whom, in time or not (Mẫu 06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.clock import local_day
from services.dossiers.models import Dossier
from services.processing.models import DossierStep
from services.processing.queries import steps_of
from services.processing.rules import current_step
from services.processing.step_models import Awaited, StepKind, StepLog, Timing
from services.work import Work

# What ends somebody's part of the work: only these are early, in time or late.
HANDED_OVER = {StepKind.HANDED_ON, StepKind.RETURNED, StepKind.FINISHED}


@dataclass(frozen=True)
class Handing:
    """From whom to whom, with what was said; empty: the officer who acts."""

    from_id: UUID | None = None
    from_name: str = ""
    to_id: UUID | None = None
    to_name: str = ""
    note: str = ""
    to_step: str = ""


def log_step(
    work: Work,
    dossier: Dossier,
    step: DossierStep | None,
    kind: StepKind,
    handing: Handing | None = None,
) -> None:
    """Add a line: every take, hand-over, return, reassignment, pause and finish.

    Call it before the step's deadline or holder changes. Nobody named as the giver
    means the officer who acts.
    """
    given = handing or Handing()
    assert dossier.agency_id is not None
    due_at = dossier.due_at if step is None else step.due_at
    named = given.from_id is not None or given.from_name != ""
    work.session.add(
        StepLog(
            dossier_id=dossier.id,
            agency_id=dossier.agency_id,
            at=work.now,
            kind=kind,
            position=None if step is None else step.position,
            step="" if step is None else step.name,
            unit=unit_name(dossier),
            by_id=work.actor.account_id,
            from_id=given.from_id if named else work.actor.account_id,
            from_name=given.from_name if named else work.actor.name,
            to_id=given.to_id,
            to_name=given.to_name,
            to_step=given.to_step,
            due_at=due_at,
            timing=timing(work.now, due_at) if kind in HANDED_OVER else Timing.NONE,
            note=given.note,
        )
    )


def log_received(work: Work, dossier: Dossier, first: DossierStep) -> None:
    """Write down that reception took the dossier in, and where it went from there."""
    person = Handing(
        from_name=dossier.submitter_name,
        to_id=work.actor.account_id,
        to_name=work.actor.name,
    )
    log_step(work, dossier, None, StepKind.RECEIVED, person)
    log_step(work, dossier, first, StepKind.HANDED_ON, Handing(to_step=first.name))


def log_pause(work: Work, dossier: Dossier, kind: StepKind, why: Awaited) -> None:
    """Write down that the clock stands still, or runs again (contracts 8.3).

    Before reception there is no clock of the handling, so nothing is written.
    """
    if dossier.received_at is not None:
        step = current_step(steps_of(work.session, dossier.id))
        log_step(work, dossier, step, kind, Handing(note=str(why)))


def timing(at: datetime, due_at: datetime | None) -> Timing:
    """Compare with the deadline: a day before it is early, after its hour is late."""
    if due_at is None:
        return Timing.NONE
    if at > due_at:
        return Timing.LATE
    return Timing.EARLY if local_day(at) < local_day(due_at) else Timing.IN_TIME


def log_of(session: Session, dossier_id: UUID) -> Sequence[StepLog]:
    """Return the log of a dossier, as it was written."""
    query = select(StepLog).where(StepLog.dossier_id == dossier_id)
    # Received and paused in one press: the pause comes after the hand-over.
    is_pause = col(StepLog.kind) == StepKind.PAUSED
    return session.exec(
        query.order_by(col(StepLog.at), col(StepLog.position).nulls_first(), is_pause)
    ).all()


def unit_name(dossier: Dossier) -> str:
    """Return the unit's name as the dossier was handed to it."""
    frozen = dossier.frozen.get("unit") or {}
    return str(frozen.get("name", ""))
