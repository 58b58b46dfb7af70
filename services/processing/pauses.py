"""What a pause does to a promise: the office time that passed is not counted."""

from datetime import UTC, datetime, timedelta

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
    kind: LineKind = LineKind.PAUSED,
) -> tuple[PromiseLine, ...]:
    """Return the account of the promise with the pause and the new date in it."""
    stopped, resumed, worked = pause
    paused = PromiseLine(kind, stopped.date(), until=resumed.date(), worked=worked)
    return promised_anew(lines, paused, due_at)


def promised_anew(
    lines: tuple[PromiseLine, ...], why: PromiseLine, due_at: datetime
) -> tuple[PromiseLine, ...]:
    """Return the account with why the date changed, and the new date at its end."""
    kept = (line for line in lines if line.kind is not LineKind.DUE)
    here = local(due_at)
    due = PromiseLine(LineKind.DUE, here.date(), at=here.astimezone(UTC))
    return (*kept, why, due)


def resume_promise(
    work: Work,
    dossier: Dossier,
    stopped: datetime,
    kind: LineKind = LineKind.PAUSED,
) -> None:
    """Move the promise and the step under way on by the office time since then.

    `kind` says what was waited for: PAUSED a supplement, PAYMENT, SUSPENDED,
    TRANSFERRED; it is the sentence of “Vì sao là ngày này?”.
    """
    calendar = work_calendar(work, dossier.agency_id)
    if dossier.due_at:
        moved = after_pause(calendar, dossier.due_at, stopped, work.now)
        pause = working_hours_between(calendar, stopped, work.now)
        span = (local(stopped), local(work.now), pause)
        lines = read_lines(dossier.due_reasons)
        dossier.due_at = moved
        _write(dossier, paused_lines(lines, span, moved, kind))
    _move_step(work, dossier, calendar, stopped)


def extend_promise(work: Work, dossier: Dossier, due_at: datetime) -> None:
    """Promise a later date, as the apology says (Mẫu 04); the account says so too."""
    day, until = local(work.now).date(), local(due_at).date()
    why = PromiseLine(LineKind.EXTENDED, day, until=until)
    lines = read_lines(dossier.due_reasons)
    dossier.due_at = due_at.astimezone(UTC)
    _write(dossier, promised_anew(lines, why, due_at))


def _write(dossier: Dossier, lines: tuple[PromiseLine, ...]) -> None:
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
