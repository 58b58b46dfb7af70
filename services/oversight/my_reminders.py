"""What the officer is reminded of, by a leader or before a step is late."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, or_, select

from services.audit.record import record
from services.dossiers.models import Dossier
from services.oversight.models import Reminder
from services.processing.desk import OPEN
from services.processing.models import DossierStep, StepState
from services.work import Work

MOST_SHOWN = 10


@dataclass(frozen=True)
class ReminderLine:
    """One word: which dossier, by whom, when; without a name it is the portal's."""

    id: UUID
    code: str
    by_name: str
    at: datetime
    step: str = ""  # that comes near its end
    due_at: datetime | None = None


def reminders_of(work: Work) -> tuple[ReminderLine, ...]:
    """Return the officer's reminders at this unit that still ask for something."""
    query = (
        select(Reminder, Dossier.code, DossierStep)
        .join(Dossier, col(Dossier.id) == Reminder.dossier_id)
        .join(DossierStep, col(DossierStep.id) == Reminder.step_id, isouter=True)
        .where(
            Reminder.holder_id == work.actor.account_id,
            Reminder.agency_id == work.actor.agency_id,
            Dossier.agency_id == work.actor.agency_id,
            col(Reminder.seen_at).is_(None),
            col(Dossier.status).in_(OPEN),
            or_(
                col(Reminder.step_id).is_(None),
                DossierStep.state == StepState.CURRENT,
            ),
        )
        .order_by(col(Reminder.at))
        .limit(MOST_SHOWN)
    )
    return tuple(
        ReminderLine(
            id=one.id,
            code=code or "",
            by_name=one.by_name,
            at=one.at,
            step=step.name if step else "",
            due_at=step.due_at if step else None,
        )
        for one, code, step in work.session.exec(query)
    )


def put_reminder_away(work: Work, reminder_id: UUID) -> None:
    """Mark a reminder of one's own as seen; somebody else's is none of theirs."""
    officer_id = work.actor.require_officer()
    mine = select(Reminder).where(
        Reminder.id == reminder_id, Reminder.holder_id == officer_id
    )
    reminder = work.session.exec(mine.with_for_update()).one_or_none()
    if reminder is not None and reminder.seen_at is None:
        reminder.seen_at = work.now
        work.session.add(reminder)
        record(work, "reminder.seen", reminder.dossier_id)
