"""Move promises later where a day has become free; never earlier (A06)."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.calendar_changes.edits import Edit
from services.calendar_changes.effect import Moved, closed_days, moved_by
from services.core.clock import local
from services.core.promises import LineKind, PromiseLine
from services.dossiers.models import Dossier
from services.dossiers.tell_people import tell_people
from services.dossiers.time_limits import LINES, read_lines
from services.notifications.models import Subject
from services.processing.models import DossierStep, StepState
from services.processing.pauses import promised_anew
from services.work import Work


def move_promises(work: Work, owner: UUID | None, edits: tuple[Edit, ...]) -> int:
    """Write the later dates with their reason; return how many. Before the edits.

    Called before the edits are written: it counts by the calendar as it was, and
    by the one as it will be. Only a day that closes moves a promise.
    """
    closed = closed_days(edits)
    if not closed:
        return 0
    later = [one for one in moved_by(work, owner, edits) if one.after > one.before]
    found = {one.dossier_id: one for one in later}
    rows = select(Dossier).where(col(Dossier.id).in_(found)).with_for_update()
    for dossier in work.session.exec(rows):
        _move(work, dossier, found[dossier.id], closed)
    _move_steps(work, found)
    return len(found)


def _move(work: Work, dossier: Dossier, moved: Moved, closed: list[Edit]) -> None:
    until = local(moved.after).date()
    edit = _why(closed, until)
    why = PromiseLine(LineKind.CALENDAR, edit.day, until=until, name=edit.name)
    lines = read_lines(dossier.due_reasons)
    dossier.due_at = moved.after.astimezone(UTC)
    dossier.due_reasons = LINES.dump_python(
        promised_anew(lines, why, moved.after), mode="json"
    )
    work.session.add(dossier)
    key = f"{dossier.id}:{int(moved.after.timestamp())}"
    tell_people(work, dossier, Subject.PROMISE_MOVED, key)


def _why(closed: list[Edit], until: date) -> Edit:
    """Return the closed day that lies in the way of this promise."""
    return next((edit for edit in closed if edit.day <= until), closed[0])


def _move_steps(work: Work, found: dict[UUID, Moved]) -> None:
    """Let the step under way end later too when it ended with the promise."""
    steps = select(DossierStep).where(
        col(DossierStep.dossier_id).in_(found), DossierStep.state == StepState.CURRENT
    )
    for step in work.session.exec(steps):
        moved = found[step.dossier_id]
        if step.due_at and _same_moment(step.due_at, moved.before):
            step.due_at = moved.after.astimezone(UTC)
            work.session.add(step)


def _same_moment(one: datetime, other: datetime) -> bool:
    return abs((one - other).total_seconds()) < 1
