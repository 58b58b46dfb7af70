"""How many dossiers stand in each queue, and the day of the unit in four numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, literal, select
from sqlmodel import col

from services.core.clock import ZONE, local_day
from services.core.errors import NotFound
from services.core.working_days import WorkCalendar
from services.dossiers.models import Dossier
from services.processing.deadlines import soon
from services.processing.desk import (
    CLOSED,
    OPEN,
    DeskQueue,
    conditions,
    is_current_step,
    of_agency,
)
from services.processing.models import DossierReceipt, DossierStep
from services.work import Work

MOST_COUNTED = 1_000  # of a queue that only grows; beyond it the number says “more”


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
    """Count everything the head of the desk shows, in one statement.

    Open work is counted whole. What is closed only grows, so its counts stop at
    `MOST_COUNTED`: a unit's twentieth year opens its desk as quickly as its first.
    """
    queues = conditions(work.actor, work.now)
    is_open = {queue: what for queue, what in queues.items() if queue not in CLOSED}
    near = and_(
        is_open[DeskQueue.NEW], col(Dossier.receive_by) < soon(calendar, work.now)
    )
    closed = {queue: queues[queue] for queue in CLOSED - {DeskQueue.WHOLE}}
    query = (
        select(
            *(_count(what) for what in (*is_open.values(), near)),
            *(_at_most(work, what) for what in closed.values()),
            *_finished(work, month_start(work.now)),
            _median(work, month_start(work.now)),
        )
        .select_from(Dossier)
        .outerjoin(DossierStep, is_current_step())
        .where(of_agency(_agency(work)), col(Dossier.status).in_(OPEN))
    )
    *numbers, median = work.session.execute(query).one()
    names = (*is_open, "near", *closed, "done", "in_time")
    counted = dict(zip(names, numbers, strict=True))
    done = int(counted["done"])
    return DeskCounts(
        queues={queue: int(counted[queue]) for queue in (*is_open, *closed)},
        waiting=int(counted[DeskQueue.NEW]),
        soon=int(counted["near"]),
        finished=done,
        on_time=round(100 * int(counted["in_time"]) / done, 1) if done else None,
        median_hours=None if median is None else round(float(median), 1),
    )


def month_start(moment: datetime) -> datetime:
    """Return when the month of that day began in the province."""
    first = local_day(moment).replace(day=1)
    return datetime.combine(first, time(), ZONE)


def _count(what: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(what)


def _at_most(work: Work, what: ColumnElement[bool]) -> ScalarSelect[int]:
    some = (
        select(literal(1))
        .select_from(Dossier)
        .where(of_agency(_agency(work)), what)
        .correlate(None)
        .limit(MOST_COUNTED + 1)
        .subquery()
    )
    return select(func.count()).select_from(some).scalar_subquery()


def _finished(work: Work, since: datetime) -> tuple[ScalarSelect[int], ...]:
    """How many were finished since then, and how many of them in time."""
    done = (of_agency(_agency(work)), col(Dossier.finished_at) >= since)
    in_time = (*done, col(Dossier.finished_at) <= Dossier.due_at)
    return tuple(
        select(func.count())
        .select_from(Dossier)
        .where(*where)
        .correlate(None)
        .scalar_subquery()
        for where in (done, in_time)
    )


def _median(work: Work, since: datetime) -> ScalarSelect[float]:
    middle = func.percentile_cont(0.5).within_group(col(DossierReceipt.waited_hours))
    return (
        select(middle)
        .join(Dossier, col(Dossier.id) == DossierReceipt.dossier_id)
        .where(
            of_agency(_agency(work)),
            col(Dossier.received_at) >= since,  # received and receipted in one act
        )
        .correlate(None)
        .scalar_subquery()
    )


def _agency(work: Work) -> UUID:
    if work.actor.agency_id is None:
        raise NotFound("agency")
    return work.actor.agency_id
