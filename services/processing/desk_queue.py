"""The desk of an officer (bàn làm việc): a queue with its counts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import col

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import ZONE
from services.core.errors import NotFound
from services.core.text import clean, name_key, searched
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier
from services.procedures.models import Procedure, Sector
from services.processing.desk import (
    DeskQueue,
    QueueSort,
    conditions,
    deadline,
    is_current_step,
    of_agency,
)
from services.processing.desk_counts import DeskCounts, desk_counts
from services.processing.desk_row import DeskRow, make_rows, rows_query
from services.processing.models import DossierStep
from services.work import Role, Work

PAGE_SIZE = 20  # R42
LAST_PAGE = 10_000
LONGEST_SEARCH = 100
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class QueueFilter:
    """What the officer asked to see; texts come as the address has them."""

    queue: str = DeskQueue.NEW
    text: str = ""  # part of a code or name, or a whole personal number
    sector: str = ""  # code
    from_day: date | None = None  # of submission
    to_day: date | None = None
    page: int = 1
    sort: str = QueueSort.TIME_LEFT


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


def desk_queue(work: Work, wanted: QueueFilter) -> Queue:
    """Show a queue of the officer's own agency, what is due first on top (O02)."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    queue = _allowed(DeskQueue, "queue", wanted.queue)
    sort = _allowed(QueueSort, "sort", wanted.sort)
    page = min(max(wanted.page, 1), LAST_PAGE)
    where = _where(work, queue, wanted)
    calendar = work_calendar(work)
    found = work.session.execute(
        rows_query(work, *where)
        .order_by(*_order(queue, sort))
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE)
    )
    rows = make_rows(work, calendar, [tuple(row) for row in found])
    record(work, "desk_queue", queue=queue, rows=len(rows), searched=bool(wanted.text))
    return Queue(
        queue=queue,
        sort=sort,
        page=page,
        total=_total(work, where),
        rows=rows,
        counts=desk_counts(work, calendar),
        counted_at=work.now,
    )


def _allowed(kind: type[E], field: str, given: str) -> E:
    """Take a key from its allow-list and nothing else (IN-5).

    The key comes from an address, so an unknown one is a page that is not there.
    """
    try:
        return kind(given)
    except ValueError:
        raise NotFound(field) from None


def _where(
    work: Work, queue: DeskQueue, wanted: QueueFilter
) -> list[ColumnElement[bool]]:
    if work.actor.agency_id is None:
        raise NotFound("agency")
    where = [of_agency(work.actor.agency_id), conditions(work.actor, work.now)[queue]]
    if text := clean(searched(wanted.text, LONGEST_SEARCH)):
        where.append(_matches(text))
    if code := searched(wanted.sector, LONGEST_SEARCH):
        sector = select(col(Sector.id)).where(col(Sector.code) == code)
        where.append(col(Procedure.sector_id).in_(sector))
    if wanted.from_day:
        where.append(col(Dossier.submitted_at) >= _midnight(wanted.from_day))
    if wanted.to_day:
        end = _midnight(wanted.to_day + timedelta(days=1))
        where.append(col(Dossier.submitted_at) < end)
    return where


def _matches(text: str) -> ColumnElement[bool]:
    """Find by part of the code, part of the name, or the whole personal number."""
    number = "".join(text.split())
    owners = select(col(Account.id)).where(col(Account.citizen_id) == number)
    found = [
        col(Dossier.code).contains(text.upper(), autoescape=True),
        col(Dossier.account_id).in_(owners),
    ]
    if key := name_key(text):
        found.append(col(Dossier.applicant_key).contains(key, autoescape=True))
    return or_(*found)


def _order(
    queue: DeskQueue, sort: QueueSort
) -> tuple[ColumnElement[Any], ...]:  # Any: a moment or a code
    code = col(Dossier.code).asc()
    if sort == QueueSort.CODE:
        return (code,)
    if sort == QueueSort.SUBMITTED:
        return col(Dossier.submitted_at).asc(), code
    if queue == DeskQueue.RETURNED:  # nothing is left to hurry: the latest first
        return col(Dossier.returned_at).desc(), code
    if queue == DeskQueue.AWAITING_PAYMENT:  # no clock runs: who waits longest
        return col(Dossier.awaiting_since).asc(), code
    return deadline().asc().nulls_last(), code


def _total(work: Work, where: list[ColumnElement[bool]]) -> int:
    query = (
        select(func.count())
        .select_from(Dossier)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(DossierStep, is_current_step())
        .where(*where)
    )
    return int(work.session.execute(query).scalar_one())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
