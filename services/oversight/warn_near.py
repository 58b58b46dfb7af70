"""Warn the holder and the leaders before a step is late; run by the worker (A04)."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from uuid import UUID, uuid4

from sqlalchemy import any_, literal
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.working_days import add_working_hours
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.oversight.models import Reminder
from services.processing.deadlines import (
    SOON_HOURS,
    SOON_SHARE,
    Lateness,
    time_left,
)
from services.processing.models import DossierStep, StepState
from services.signals import desk_topics, tell
from services.work import Role, Work


def warn_near(work: Work) -> int:
    """Put a line on the desks concerned, once for each step; return how many steps.

    A step is near at a fifth of its office hours, or at four. While the clock
    stands still nothing comes nearer.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    near = [step for step in _candidates(work) if _is_near(work, step)]
    units = {step.agency_id for step in near}
    leaders = _leaders(work, units)
    rows = [
        _row(work, step, officer)
        for step in near
        for officer in {*leaders.get(step.agency_id, ()), step.holder_id}
        if officer is not None
    ]
    if rows:
        said = insert(Reminder).on_conflict_do_nothing(
            index_elements=[col(Reminder.step_id), col(Reminder.holder_id)],
            index_where=col(Reminder.step_id).is_not(None),
        )
        work.session.execute(said, rows)
        tell(work.session, *desk_topics(units))
    return len(near)


def _candidates(work: Work) -> Sequence[DossierStep]:
    """Return the steps under way that end soon and of which nobody was warned."""
    longest = select(func.max(DossierStep.hours)).where(
        DossierStep.state == StepState.CURRENT
    )
    hours = max(SOON_HOURS, (work.session.exec(longest).one() or 0) * SOON_SHARE)
    # A day is added for agencies whose calendar is another one.
    horizon = add_working_hours(work_calendar(work), work.now, hours + 8)
    warned = select(Reminder.id).where(Reminder.step_id == DossierStep.id)
    return work.session.exec(
        select(DossierStep)
        .join(Dossier, col(Dossier.id) == col(DossierStep.dossier_id))
        .where(
            DossierStep.state == StepState.CURRENT,
            Dossier.status == DossierStatus.PROCESSING,
            col(Dossier.suspended_since).is_(None),
            col(DossierStep.due_at) > work.now,
            col(DossierStep.due_at) <= horizon.astimezone(UTC),
            ~warned.exists(),
        )
        .order_by(col(DossierStep.due_at))
    ).all()


def _is_near(work: Work, step: DossierStep) -> bool:
    calendar = work_calendar(work, step.agency_id)
    left = time_left(calendar, work.now, step.due_at, step.hours)
    return left.mark is Lateness.SOON


def _leaders(work: Work, units: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Return who may approve at each unit now."""
    posts = work.session.exec(
        select(OfficerPost).where(
            col(OfficerPost.agency_id).in_(list(units)),
            literal(str(Role.APPROVER)) == any_(col(OfficerPost.roles)),
            in_force(work.now),
        )
    )
    found: dict[UUID, set[UUID]] = {}
    for post in posts:
        if post.agency_id is not None:
            found.setdefault(post.agency_id, set()).add(post.account_id)
    return found


def _row(work: Work, step: DossierStep, officer: UUID) -> dict[str, object]:
    return {
        "id": uuid4(),
        "dossier_id": step.dossier_id,
        "agency_id": step.agency_id,
        "holder_id": officer,
        "step_id": step.id,
        "by_name": "",
        "day": local_day(work.now),
        "at": work.now,
    }
