"""One line of a list of payment requests, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.payments.models import DueMoment, Payment, PaymentRequest
from services.payments.show_request import standing_of
from services.payments.views import Standing
from services.work import Work


@dataclass(frozen=True)
class RequestRow:
    """One request as a list shows it; its key opens the pages that tell more."""

    key: str
    invoice_number: str
    dossier_code: str
    procedure_name: str
    agency_name: str
    moment: DueMoment
    amount: int
    standing: Standing
    opened_at: datetime
    pay_by: datetime | None
    filed_at: datetime | None = None  # when the dossier was handed in
    has_receipt: bool = False


def standings(work: Work, requests: Sequence[PaymentRequest]) -> dict[UUID, Standing]:
    """Return where each request stands, in one statement."""
    tried: dict[UUID, list[Payment]] = {one.id: [] for one in requests}
    query = select(Payment).where(col(Payment.request_id).in_(list(tried)))
    for payment in work.session.exec(query):
        tried[payment.request_id].append(payment)
    return {one.id: standing_of(work, one, tried[one.id]) for one in requests}


def row_of(
    request: PaymentRequest,
    standing: Standing,
    filed_at: datetime | None = None,
    has_receipt: bool = False,
) -> RequestRow:
    """Return the line of one request."""
    return RequestRow(
        key=request.link_key,
        invoice_number=request.invoice_number,
        dossier_code=request.dossier_code,
        procedure_name=request.procedure_name,
        agency_name=request.agency_name,
        moment=request.moment,
        amount=request.amount,
        standing=standing,
        opened_at=request.opened_at,
        pay_by=request.pay_by,
        filed_at=filed_at,
        has_receipt=has_receipt,
    )
