"""“Quản lý thanh toán”: what the signed-in person has to pay and has paid (C22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlmodel import and_, col, func, select

from services.core.clock import ZONE
from services.core.errors import NotFound
from services.dossiers.access import visible_to
from services.dossiers.models import Dossier
from services.dossiers.show_dossier import visible_as
from services.dues.rows import RequestRow, row_of, standings
from services.payments.models import Payment, PaymentRequest, RequestState
from services.payments.rules import LIVE
from services.payments.settlement_models import PaymentReceipt
from services.payments.show_request import standing_of
from services.payments.views import Standing
from services.work import Work

SIZES = (10, 20, 50)
LAST_PAGE = 10_000
STATES: dict[Standing, tuple[RequestState, ...]] = {
    Standing.PAID: (RequestState.PAID,),
    Standing.CANCELLED: (RequestState.CANCELLED,),
    Standing.REFUNDED: (RequestState.REFUNDED,),
    Standing.OPEN: (RequestState.OPEN,),
    Standing.PAYING: (RequestState.OPEN,),
}


@dataclass(frozen=True)
class Filter:
    """What to list; days are of the province, both included."""

    from_day: date | None = None
    to_day: date | None = None
    standing: Standing | None = None
    page: int = 1
    size: int = SIZES[0]


@dataclass(frozen=True)
class Page:
    """A page of the list, and what is owed in all, whatever the filter."""

    rows: tuple[RequestRow, ...]
    total: int
    page: int
    size: int
    everything: int
    due_count: int
    due_amount: int


@dataclass(frozen=True)
class DossierDues:
    """What one dossier of the person still has to pay, and what to listen to."""

    dossier_id: UUID
    rows: tuple[RequestRow, ...]


def my_requests(work: Work, asked: Filter) -> Page:
    """Return the requests of the dossiers the actor sees (AZ-10), the unpaid first."""
    work.actor.require_citizen()
    size = asked.size if asked.size in SIZES else SIZES[0]
    page = min(max(asked.page, 1), LAST_PAGE)
    is_open = col(PaymentRequest.state) == RequestState.OPEN
    found = work.session.exec(
        select(
            PaymentRequest, Dossier.submitted_at, PaymentReceipt.id, func.count().over()
        )
        .join(Dossier, col(Dossier.id) == PaymentRequest.dossier_id)
        .outerjoin(PaymentReceipt, col(PaymentReceipt.request_id) == PaymentRequest.id)
        .where(*_conditions(work, asked))
        .order_by(is_open.desc(), col(PaymentRequest.opened_at).desc())
        .limit(size)
        .offset((page - 1) * size)
    ).all()
    where = standings(work, [row[0] for row in found])
    rows = tuple(
        row_of(request, where[request.id], filed_at, receipt is not None)
        for request, filed_at, receipt, _ in found
    )
    everything, count, amount = _sums(work)
    total = found[0][3] if found else 0
    return Page(rows, total, page, size, everything, count, amount)


def count_due(work: Work) -> int:
    """Return how many requests wait to be paid, for the menu of the profile."""
    return _sums(work)[1]


def dossier_dues(work: Work, code: str) -> DossierDues:
    """Return what a dossier the actor may read has still to be paid for."""
    work.actor.require_citizen()
    is_open = and_(
        col(PaymentRequest.dossier_id) == Dossier.id,
        col(PaymentRequest.state) == RequestState.OPEN,
    )
    found = work.session.exec(
        select(Dossier.id, PaymentRequest, Payment)
        .outerjoin(PaymentRequest, is_open)
        .outerjoin(Payment, col(Payment.request_id) == PaymentRequest.id)
        .where(visible_as(work, code))
        .order_by(col(PaymentRequest.opened_at), col(PaymentRequest.id))
    ).all()
    if not found:
        raise NotFound("dossier")
    asked = [(request, paid) for _, request, paid in found if request is not None]
    tried = [list(lines) for _, lines in groupby(asked, lambda line: line[0].id)]
    rows = tuple(_open_row(work, lines) for lines in tried)
    return DossierDues(found[0][0], rows)


def _open_row(
    work: Work, lines: Sequence[tuple[PaymentRequest, Payment | None]]
) -> RequestRow:
    request = lines[0][0]
    payments = [payment for _, payment in lines if payment is not None]
    return row_of(request, standing_of(work, request, payments))


def _sums(work: Work) -> tuple[int, int, int]:
    work.actor.require_citizen()
    is_open = col(PaymentRequest.state) == RequestState.OPEN
    everything, count, amount = work.session.exec(
        select(
            func.count(),
            func.count().filter(is_open),
            func.coalesce(func.sum(PaymentRequest.amount).filter(is_open), 0),
        )
        .join(Dossier, col(Dossier.id) == PaymentRequest.dossier_id)
        .where(visible_to(work))
    ).one()
    return everything, count, int(amount)


def _conditions(work: Work, asked: Filter) -> list[Any]:
    # Any: conditions of SQL.
    wanted: list[Any] = [visible_to(work)]
    if asked.from_day:
        wanted.append(col(PaymentRequest.opened_at) >= _midnight(asked.from_day))
    if asked.to_day:
        end = _midnight(asked.to_day + timedelta(days=1))
        wanted.append(col(PaymentRequest.opened_at) < end)
    if asked.standing:
        wanted.append(col(PaymentRequest.state).in_(STATES[asked.standing]))
        if asked.standing in (Standing.OPEN, Standing.PAYING):
            live = (
                select(Payment.id)
                .where(
                    Payment.request_id == PaymentRequest.id,
                    col(Payment.state).in_(LIVE),
                )
                .exists()
            )
            wanted.append(live if asked.standing is Standing.PAYING else ~live)
    return wanted


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
