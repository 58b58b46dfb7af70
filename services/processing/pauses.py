"""What a pause does to a promise: the office time that passed is not counted."""

from datetime import datetime, timedelta

from sqlmodel import select

from services.core.clock import local
from services.core.promises import LineKind, PromiseLine
from services.core.working_days import (
    WorkCalendar,
    add_working_hours,
    working_hours_between,
)
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier
from services.dossiers.time_limits import LINES, read_lines
from services.processing.deadlines import ONE_HOUR
from services.processing.models import DossierStep, StepState
from services.work import Work


def after_pause(
    calendar: WorkCalendar, promised: datetime, stopped: datetime, resumed: datetime
) -> datetime:
    """Return the promise, later by the office time the dossier waited for.

    Decree 118/2025 and contracts 8.3: the time of a supplement is subtracted. It
    is never earlier than without.
    """
    pause = working_hours_between(calendar, stopped, resumed) / ONE_HOUR
    return max(promised, add_working_hours(calendar, promised, max(pause, 0)))


def paused_lines(
    lines: tuple[PromiseLine, ...],
    pause: tuple[datetime, datetime, timedelta],
    due_at: datetime,
) -> tuple[PromiseLine, ...]:
    """Return the account of the promise with the pause and the new date in it."""
    stopped, resumed, worked = pause
    kept = [line for line in lines if line.kind is not LineKind.DUE]
    paused = PromiseLine(
        LineKind.PAUSED, stopped.date(), until=resumed.date(), worked=worked
    )
    return (*kept, paused, PromiseLine(LineKind.DUE, due_at.date(), at=due_at))


def resume_promise(work: Work, dossier: Dossier, stopped: datetime) -> None:
    """Move the promise and the step under way on by the office time since then."""
    calendar = work_calendar(work)
    if dossier.due_at:
        _promise_anew(dossier, calendar, stopped, work.now)
    _move_step(work, dossier, calendar, stopped)


def _promise_anew(
    dossier: Dossier, calendar: WorkCalendar, stopped: datetime, resumed: datetime
) -> None:
    assert dossier.due_at is not None
    dossier.due_at = after_pause(calendar, dossier.due_at, stopped, resumed)
    pause = working_hours_between(calendar, stopped, resumed)
    lines = paused_lines(
        read_lines(dossier.due_reasons),
        (local(stopped), local(resumed), pause),
        local(dossier.due_at),
    )
    dossier.due_reasons = LINES.dump_python(lines, mode="json")


def _move_step(
    work: Work, dossier: Dossier, calendar: WorkCalendar, stopped: datetime
) -> None:
    under_way = select(DossierStep).where(
        DossierStep.dossier_id == dossier.id, DossierStep.state == StepState.CURRENT
    )
    step = work.session.exec(under_way).first()
    if step is None or step.due_at is None:
        return
    moved = after_pause(calendar, step.due_at, stopped, work.now)
    step.due_at = min(moved, dossier.due_at) if dossier.due_at else moved
    work.session.add(step)
