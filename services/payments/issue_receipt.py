"""The e-receipt (biên lai điện tử): numbered without gaps, never changed (PAY-11)."""

import hashlib
import json
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col

from services.audit.record import record
from services.core.clock import local_day
from services.payments.models import Payment, PaymentRequest
from services.payments.queries import payer_of, provider_by_code, receipt_of
from services.payments.settlement_models import PaymentReceipt, PaymentReceiptCounter
from services.work import Work


def issue_receipt(
    work: Work, request: PaymentRequest, payment: Payment
) -> PaymentReceipt:
    """Issue the receipt in the settling transaction; asked again, it is the same one.

    Everything that is printed is frozen, so that a reprint is identical.
    """
    if known := receipt_of(work.session, request.id):
        return known
    series = f"{request.agency_code}-{local_day(work.now):%Y}"
    facts = _facts(work, request, payment)
    record(work, "payment_receipt.issued", request.id)
    work.session.flush()
    receipt = PaymentReceipt(
        request_id=request.id,
        payment_id=payment.id,
        series=series,
        number=_next_number(work.session, series),
        issued_at=work.now,
        facts=facts,
        digest=digest_of(facts),
    )
    work.session.add(receipt)
    work.session.flush()
    return receipt


def receipt_name(receipt: PaymentReceipt) -> str:
    """Return the number as people read it."""
    return f"{receipt.series}-{receipt.number:07d}"


def digest_of(facts: dict[str, Any]) -> str:
    """Return the SHA-256 of what is printed; Any: JSON."""
    told = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def is_unchanged(receipt: PaymentReceipt) -> bool:
    """Tell whether a receipt says what it said when it was issued."""
    return digest_of(receipt.facts) == receipt.digest


def _facts(work: Work, request: PaymentRequest, payment: Payment) -> dict[str, Any]:
    # Any: JSON.
    provider = provider_by_code(work.session, payment.provider)
    return {
        "invoice_number": request.invoice_number,
        "dossier_code": request.dossier_code,
        "procedure_code": request.procedure_code,
        "procedure_name": request.procedure_name,
        "agency_code": request.agency_code,
        "agency_name": request.agency_name,
        "notice_number": request.notice_number,
        "applicant_name": request.applicant_name,
        "payer": asdict(payer_of(payment.payer)),
        "lines": list(request.lines),
        "amount": request.amount,
        "beneficiary": dict(request.beneficiary),
        "provider": payment.provider,
        "provider_name": provider.name if provider else "",
        "order_number": payment.number,
        "transaction_id": payment.transaction_id,
        "paid_at": (request.paid_at or work.now).isoformat(),
        "issued_at": work.now.isoformat(),
    }


def _next_number(session: Session, series: str) -> int:
    """Hand out the next number; its row stays locked until the commit (NUM-1)."""
    first = insert(PaymentReceiptCounter).values(id=uuid4(), series=series, last=1)
    last = PaymentReceiptCounter.__table__.c.last  # type: ignore[attr-defined]
    counted = first.on_conflict_do_update(
        index_elements=["series"], set_={"last": last + 1}
    ).returning(col(PaymentReceiptCounter.last))
    return int(session.execute(counted).scalar_one())
