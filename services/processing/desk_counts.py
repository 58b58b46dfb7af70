"""How many dossiers stand in each queue, and the day of the unit in four numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select
from sqlmodel import col

from services.core.clock import ZONE, local_day
from services.core.errors import NotFound
from services.core.working_days import WorkCalendar
from services.dossiers.models import Dossier, DossierStatus
from services.processing.deadlines import soon
from services.processing.desk import (
    DeskQueue,
    conditions,
    is_current_step,
    of_agency,
)
from services.processing.models import DossierReceipt, DossierStep
from services.work import Work


@dataclass(frozen=True)
class DeskCounts:
    """Live counts of an agency, and its tiles."""

    queues: Mapping[DeskQueue, int]
    waiting: int
    soon: int  # of those waiting, with under four office hours left
    finished: int  # this month
    on_time: float | None  # percent of them; None while nothing is finished
    median_hours: float | None  # office hours to reception, this month


def desk_counts(work: Work, calendar: WorkCalendar) -> DeskCounts:
    """Count everything the head of the desk shows, in one statement."""
    if work.actor.agency_id is None:
        raise NotFound("agency")
    queues = conditions(work.actor, work.now)
    is_new = queues[DeskQueue.NEW]
    month = month_start(work.now)
    finished = col(Dossier.finished_at) >= month
    extra = [
        and_(is_new, col(Dossier.receive_by) < soon(calendar, work.now)),
        finished,
        and_(finished, col(Dossier.finished_at) <= Dossier.due_at),
    ]
    query = (
        select(
            *(_count(what) for what in (*queues.values(), *extra)), _median(work, month)
        )
        .select_from(Dossier)
        .outerjoin(DossierStep, is_current_step())
        .where(of_agency(work.actor.agency_id))
    )
    *numbers, median = work.session.execute(query).one()
    near, done, in_time = (int(n) for n in numbers[len(queues) :])
    counted = dict(zip(queues, map(int, numbers), strict=False))
    return DeskCounts(
        queues=counted,
        waiting=counted[DeskQueue.NEW],
        soon=near,
        finished=done,
        on_time=round(100 * in_time / done, 1) if done else None,
        median_hours=None if median is None else round(float(median), 1),
    )


def month_start(moment: datetime) -> datetime:
    """Return when the month of that day began in the province."""
    first = local_day(moment).replace(day=1)
    return datetime.combine(first, time(), ZONE)


def _count(what: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(what)


def _median(work: Work, since: datetime) -> ScalarSelect[float]:
    middle = func.percentile_cont(0.5).within_group(col(DossierReceipt.waited_hours))
    return (
        select(middle)
        .join(Dossier, col(Dossier.id) == DossierReceipt.dossier_id)
        .where(
            col(Dossier.agency_id) == work.actor.agency_id,
            col(Dossier.status) != DossierStatus.DRAFT,
            col(DossierReceipt.issued_at) >= since,
        )
        .correlate(None)
        .scalar_subquery()
    )
