"""Start the clock of a dossier again once the answer has come."""

from datetime import datetime

from sqlmodel import select

from services.core.clock import local
from services.core.working_days import WorkCalendar, working_hours_between
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.time_limits import LINES, read_lines
from services.processing.models import DossierStep, StepState
from services.supplements.models import SupplementRequest
from services.supplements.rules import after_pause, paused_lines
from services.work import Work


def restart_clock(work: Work, dossier: Dossier, request: SupplementRequest) -> None:
    """Move every date on by the office time the answer took (contracts 8.3).

    What was asked for before reception moves the moment by which reception looks
    at it; later, the promise and the step under way.
    """
    stopped = request.asked_at or request.written_at
    calendar = work_calendar(work)
    if request.came_from is DossierStatus.SUBMITTED:
        if dossier.receive_by:
            dossier.receive_by = after_pause(
                calendar, dossier.receive_by, stopped, work.now
            )
        return
    if dossier.due_at:
        _promise_anew(dossier, calendar, stopped, work.now)
        request.due_after = dossier.due_at
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
