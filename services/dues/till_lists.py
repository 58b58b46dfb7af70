"""What the lists of the till hold, as conditions on the money of one agency (AZ-6)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import col

from services.core.clock import ZONE
from services.core.text import searched
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.settlement_models import (
    PaymentProvider,
    PaymentReceipt,
    Refund,
    RefundState,
)
from services.work import Work

LONGEST_SEARCH = 60
OPEN_REFUNDS = (RefundState.ASKED, RefundState.APPROVED)


class Tab(StrEnum):
    """The lists of the till."""

    DUE = "due"  # asked for, not paid
    PAID = "paid"
    HELD = "held"  # money that came, but not as asked
    REFUNDS = "refunds"  # asked for and not decided, or on their way
    RETURNED = "returned"  # given back


@dataclass(frozen=True)
class TillFilter:
    """What the officer asked to see; days are of the province, both included."""

    tab: str = Tab.DUE
    text: str = ""  # code of a dossier, invoice number, number of a slip or transfer
    from_day: date | None = None
    to_day: date | None = None
    page: int = 1


def joined(query: Any) -> Any:
    """Join what a line shows: the payment that settled it, or the one of the refund."""
    # Any: statements of different columns.
    return (
        query.select_from(PaymentRequest)
        .outerjoin(Payment, col(Payment.request_id) == col(PaymentRequest.id))
        .outerjoin(
            Refund,
            and_(
                col(Refund.payment_id) == col(Payment.id),
                col(Refund.state).in_((*OPEN_REFUNDS, RefundState.DONE)),
            ),
        )
        .outerjoin(
            PaymentReceipt, col(PaymentReceipt.request_id) == col(PaymentRequest.id)
        )
        .outerjoin(PaymentProvider, col(PaymentProvider.code) == col(Payment.provider))
    )


def of_tab(work: Work, tab: Tab) -> list[ColumnElement[bool]]:
    mine = col(PaymentRequest.agency_id) == work.actor.agency_id
    # One line a request: the attempts that came to nothing are told on its own page.
    settled = col(Payment.id) == col(PaymentRequest.paid_with_id)
    lists: dict[Tab, ColumnElement[bool]] = {
        Tab.DUE: and_(
            col(PaymentRequest.state) == RequestState.OPEN,
            # Of a draft the office knows nothing before it is paid.
            col(PaymentRequest.dossier_code) != "",
            or_(col(Payment.id).is_(None), col(Payment.id) == _newest()),
            or_(col(Refund.id).is_(None), col(Refund.id) == _newest_refund()),
        ),
        Tab.PAID: and_(
            col(PaymentRequest.state) == RequestState.PAID,
            settled,
            or_(col(Refund.id).is_(None), col(Refund.id) == _newest_refund()),
        ),
        Tab.HELD: and_(
            col(Payment.state) == PaymentState.MISMATCH, col(Refund.id).is_(None)
        ),
        Tab.REFUNDS: col(Refund.state).in_(OPEN_REFUNDS),
        Tab.RETURNED: col(Refund.state) == RefundState.DONE,
    }
    return [mine, lists[tab]]


def _newest() -> Any:
    """Return the last attempt of the outer request; Any: a scalar of SQL."""
    other = Payment.__table__.alias("newest")  # type: ignore[attr-defined]
    return (
        select(other.c.id)
        .where(other.c.request_id == col(PaymentRequest.id))
        .order_by(other.c.created_at.desc(), other.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )


def _newest_refund() -> Any:
    """Return the last refund of the outer payment; Any: a scalar of SQL."""
    other = Refund.__table__.alias("newest_refund")  # type: ignore[attr-defined]
    return (
        select(other.c.id)
        .where(other.c.payment_id == col(Payment.id))
        .where(other.c.state.in_((*OPEN_REFUNDS, RefundState.DONE)))
        .order_by(other.c.asked_at.desc())
        .limit(1)
        .scalar_subquery()
    )


def moment_of(tab: Tab) -> Any:
    # Any: a column.
    moments = {
        Tab.DUE: col(PaymentRequest.opened_at),
        Tab.PAID: col(PaymentRequest.paid_at),
        Tab.HELD: col(Payment.settled_at),
        Tab.REFUNDS: col(Refund.asked_at),
        Tab.RETURNED: col(Refund.done_at),
    }
    return moments[tab]


def amount_of(tab: Tab) -> Any:
    # Any: a column.
    if tab in (Tab.REFUNDS, Tab.RETURNED):
        return col(Refund.amount)
    return (
        col(Payment.amount_received) if tab is Tab.HELD else col(PaymentRequest.amount)
    )


def searched_by(tab: Tab, wanted: TillFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.from_day:
        found.append(moment_of(tab) >= _midnight(wanted.from_day))
    if wanted.to_day:
        found.append(moment_of(tab) < _midnight(wanted.to_day + timedelta(days=1)))
    if text := searched(wanted.text, LONGEST_SEARCH):
        found.append(
            or_(
                col(PaymentRequest.dossier_code).istartswith(text, autoescape=True),
                col(PaymentRequest.invoice_number).startswith(text, autoescape=True),
                col(Payment.transaction_id).icontains(text, autoescape=True),
            )
        )
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
