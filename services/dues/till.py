"""The money of an agency as its officers see it: due, paid, held, going back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from services.audit.record import record
from services.dues.till_lists import (
    OPEN_REFUNDS,
    Tab,
    TillFilter,
    amount_of,
    joined,
    moment_of,
    of_tab,
    searched_by,
)
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.settlement_models import PaymentProvider, PaymentReceipt, Refund
from services.work import Role, Work

PAGE_SIZE = 20  # R42
LAST_PAGE = 10_000
MOST_EXPORTED = 50_000
DESK = (Role.INTAKE, Role.APPROVER)


@dataclass(frozen=True)
class TillRow:
    """One request with the payment that matters for the list it stands in."""

    request_id: UUID
    payment_id: UUID | None
    refund_id: UUID | None
    invoice_number: str
    dossier_code: str
    procedure_name: str
    payer: str
    amount: int
    received: int | None
    refund_amount: int
    provider: str
    provider_name: str  # empty: cash, VietQR
    transaction_id: str
    state: str
    at: datetime
    receipt: str = ""


@dataclass(frozen=True)
class TillPage:
    """One page of a list; the sum is of the whole list."""

    tab: Tab
    page: int
    total: int
    amount: int
    rows: tuple[TillRow, ...]
    counts: dict[str, int]


def list_till(work: Work, wanted: TillFilter) -> TillPage:
    """Show a list of the officer's own agency, the newest first (AZ-6)."""
    work.actor.require_officer(*DESK)
    tab = Tab(wanted.tab) if wanted.tab in list(Tab) else Tab.DUE
    page = min(max(wanted.page, 1), LAST_PAGE)
    where = [*of_tab(work, tab), *searched_by(tab, wanted)]
    sums = work.session.execute(
        joined(select(func.count(), func.coalesce(func.sum(amount_of(tab)), 0))).where(
            *where
        )
    ).one()
    return TillPage(
        tab=tab,
        page=page,
        total=int(sums[0]),
        amount=int(sums[1]),
        rows=till_rows(work, tab, where, (PAGE_SIZE, (page - 1) * PAGE_SIZE)),
        counts=_counts(work),
    )


def export_till(work: Work, wanted: TillFilter) -> tuple[TillRow, ...]:
    """Return a whole list for a sheet; the office's own, as on the page."""
    work.actor.require_officer(*DESK)
    tab = Tab(wanted.tab) if wanted.tab in list(Tab) else Tab.DUE
    where = [*of_tab(work, tab), *searched_by(tab, wanted)]
    rows = till_rows(work, tab, where, (MOST_EXPORTED, 0))
    record(work, "till.exported", tab=tab, rows=len(rows))
    return rows


def till_rows(
    work: Work, tab: Tab, where: list[Any], window: tuple[int, int]
) -> tuple[TillRow, ...]:
    """Return the lines of a list; Any: conditions of SQL."""
    most, skip = window
    name = col(PaymentProvider.name)
    query = joined(select(PaymentRequest, Payment, Refund, PaymentReceipt, name))
    found = work.session.execute(
        query.where(*where)
        .order_by(moment_of(tab).desc(), col(PaymentRequest.invoice_number))
        .limit(most)
        .offset(skip)
    )
    return tuple(_row(tab, Found(*row)) for row in found)


def _counts(work: Work) -> dict[str, int]:
    """Count the lists that wait for somebody, in one statement."""
    columns = [
        func.count(func.distinct(col(PaymentRequest.id))).filter(
            col(PaymentRequest.state) == RequestState.OPEN,
            col(PaymentRequest.dossier_code) != "",
        ),
        func.count(func.distinct(col(Payment.id))).filter(
            col(Payment.state) == PaymentState.MISMATCH, col(Refund.id).is_(None)
        ),
        func.count(func.distinct(col(Refund.id))).filter(
            col(Refund.state).in_(OPEN_REFUNDS)
        ),
    ]
    mine = col(PaymentRequest.agency_id) == work.actor.agency_id
    due, held, refunds = work.session.execute(
        joined(select(*columns)).where(mine)
    ).one()
    return {Tab.DUE: due, Tab.HELD: held, Tab.REFUNDS: refunds}


@dataclass(frozen=True)
class Found:
    """The rows one line is made of."""

    request: PaymentRequest
    payment: Payment | None
    refund: Refund | None
    receipt: PaymentReceipt | None
    provider: str | None  # its name


def _row(tab: Tab, found: Found) -> TillRow:
    request, payment, refund = found.request, found.payment, found.refund
    receipt = found.receipt
    moments = {
        Tab.DUE: request.opened_at,
        Tab.PAID: request.paid_at,
        Tab.HELD: payment.settled_at if payment else None,
        Tab.REFUNDS: refund.asked_at if refund else None,
        Tab.RETURNED: refund.done_at if refund else None,
    }
    payer = (payment.payer if payment else request.payer).get("name", "")
    return TillRow(
        request_id=request.id,
        payment_id=payment.id if payment else None,
        refund_id=refund.id if refund else None,
        invoice_number=request.invoice_number,
        dossier_code=request.dossier_code,
        procedure_name=request.procedure_name,
        payer=payer or request.applicant_name,
        amount=request.amount,
        received=payment.amount_received if payment else None,
        refund_amount=refund.amount if refund else 0,
        provider=payment.provider if payment else "",
        provider_name=found.provider or "",
        transaction_id=payment.transaction_id if payment else "",
        state=_state(tab, request, payment, refund),
        at=moments[tab] or request.opened_at,
        receipt=f"{receipt.series}-{receipt.number:07d}" if receipt else "",
    )


def _state(
    tab: Tab, request: PaymentRequest, payment: Payment | None, refund: Refund | None
) -> str:
    if refund is not None and tab in (Tab.REFUNDS, Tab.RETURNED):
        return refund.state.value
    if payment is not None:
        return payment.state.value
    return request.state.value
