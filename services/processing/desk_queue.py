"""The desk of an officer (bàn làm việc): a queue with its counts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, literal, select
from sqlmodel import col

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Channel, Procedure
from services.processing.desk import (
    DeskQueue,
    QueueSort,
    conditions,
    deadline,
    is_current_step,
    of_agency,
)
from services.processing.desk_counts import DeskCounts, desk_counts
from services.processing.desk_filters import PAGE_SIZE, QueueFilter, narrowed
from services.processing.desk_row import DeskRow, make_rows, rows_query
from services.processing.models import DossierStep
from services.work import Role, Work

__all__ = ["PAGE_SIZE", "Queue", "QueueFilter", "desk_queue"]
LAST_PAGE = 10_000
MOST_FOUND = 10_000  # a longer list is counted no further
E = TypeVar("E", bound=StrEnum)
Where = list[ColumnElement[bool]]


@dataclass(frozen=True)
class Queue:
    """One page of a queue."""

    queue: DeskQueue
    sort: QueueSort
    page: int
    total: int
    rows: tuple[DeskRow, ...]
    counts: DeskCounts
    counted_at: datetime


def desk_queue(
    work: Work, wanted: QueueFilter, also: ColumnElement[bool] | None = None
) -> Queue:
    """Show a queue of the officer's own agency, what is due first on top (O02).

    `also` is a condition of a domain above this one.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    queue, sort = allowed_keys(wanted)
    page = min(max(wanted.page, 1), LAST_PAGE)
    where = queue_where(work, wanted, also)
    calendar = shown_calendar(work)
    found = work.session.execute(
        rows_query(work, *where)
        .order_by(*order_of(queue, sort))
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE)
    )
    rows = make_rows(work, calendar, [tuple(row) for row in found])
    record(work, "desk_queue", queue=queue, rows=len(rows), searched=bool(wanted.text))
    return Queue(
        queue=queue,
        sort=sort,
        page=page,
        total=count_found(work, where),
        rows=rows,
        counts=desk_counts(work, calendar),
        counted_at=work.now,
    )


def allowed_keys(wanted: QueueFilter) -> tuple[DeskQueue, QueueSort]:
    """Take every key from its allow-list and nothing else (IN-5)."""
    if wanted.channel:
        _allowed(Channel, "channel", wanted.channel)
    if wanted.status:
        _allowed(DossierStatus, "status", wanted.status)
    queue = _allowed(DeskQueue, "queue", wanted.queue)
    return queue, _allowed(QueueSort, "sort", wanted.sort)


def queue_where(
    work: Work, wanted: QueueFilter, also: ColumnElement[bool] | None = None
) -> Where:
    """Return what a dossier of the officer's agency must be, to stand in the list."""
    if work.actor.agency_id is None:
        raise NotFound("agency")
    queue, _ = allowed_keys(wanted)
    where = [of_agency(work.actor.agency_id), conditions(work.actor, work.now)[queue]]
    return where + narrowed(work, wanted) + ([] if also is None else [also])


def order_of(
    queue: DeskQueue, sort: QueueSort
) -> tuple[ColumnElement[Any], ...]:  # Any: a moment or a code
    """Return the order of a list; equal ones stand by their code."""
    code = col(Dossier.code).asc()
    if sort == QueueSort.CODE:
        return (code,)
    if sort == QueueSort.SUBMITTED:
        return col(Dossier.submitted_at).asc(), code
    latest = {  # nothing is left to hurry: the latest first
        DeskQueue.RETURNED: col(Dossier.returned_at),
        DeskQueue.ENDED: col(Dossier.ended_at),
        DeskQueue.WHOLE: col(Dossier.submitted_at),
    }
    if queue in latest:
        return latest[queue].desc().nulls_last(), code
    if queue == DeskQueue.AWAITING_PAYMENT:  # no clock runs: who waits longest
        return col(Dossier.awaiting_since).asc(), code
    return deadline().asc().nulls_last(), code


def count_found(work: Work, where: Where) -> int:
    """Count a list, up to one more than a list is counted."""
    found = (
        select(literal(1))
        .select_from(Dossier)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(DossierStep, is_current_step())
        .where(*where)
        .limit(MOST_FOUND + 1)
        .subquery()
    )
    query = select(func.count()).select_from(found)
    return int(work.session.execute(query).scalar_one())


def _allowed(kind: type[E], field: str, given: str) -> E:
    """Return the key; it comes from an address: an unknown one is no page."""
    try:
        return kind(given)
    except ValueError:
        raise NotFound(field) from None
