"""What is asked for and the attempts to pay it, as rows."""

import itertools
import secrets
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from services.payments.models import DueMoment, Payment, PaymentRequest
from services.payments.settlement_models import PaymentProvider, ProviderKind
from tests.conftest import NOON
from tests.factories.dossiers import Filing, make_draft

_NUMBERS = itertools.count(20261123090000)  # never twice in a run
BENEFICIARY = {
    "account": "3713099999001",
    "name": "UBND PHUONG TICH LUONG",
    "bank": "VietinBank",
    "bin": "970415",
}


def make_payment_request(
    session: Session, filing: Filing, **values: Any
) -> PaymentRequest:
    """Return what a dossier of the filing owes: 75.000 đồng; Any: columns."""
    given: dict[str, Any] = {
        "moment": DueMoment.RECEPTION,
        "agency_id": filing.agency.id,
        "account_id": filing.account.id,
        "invoice_number": str(next(_NUMBERS)),
        "dossier_code": "",
        "procedure_code": filing.procedure.code,
        "procedure_name": filing.procedure.name,
        "agency_code": filing.agency.code,
        "agency_name": filing.agency.name,
        "applicant_name": filing.account.full_name,
        "amount": 75_000,
        "beneficiary": dict(BENEFICIARY),
        "link_key": secrets.token_urlsafe(16),
        "opened_at": NOON,
    }
    given["lines"] = [
        {"name": "Phí", "kind": "charge", "amount": values.get("amount", 75_000)}
    ]
    if "dossier_id" not in values:
        given["dossier_id"] = make_draft(session, filing).id
    request = PaymentRequest(**given | values)
    session.add(request)
    session.flush()
    return request


def make_payment(session: Session, request: PaymentRequest, **values: Any) -> Payment:
    """Return an attempt with one provider; Any: columns."""
    given: dict[str, Any] = {
        "request_id": request.id,
        "provider": "vnpay",
        "gateway": "vnpay",
        "number": uuid4().hex[:16],
        "amount": request.amount,
        "intent": uuid4().hex,
        "created_at": NOON,
        "expires_at": NOON + timedelta(minutes=15),
    }
    payment = Payment(**given | values)
    session.add(payment)
    session.flush()
    return payment


def make_provider(session: Session, code: str, **values: Any) -> PaymentProvider:
    """Return a bank that is paid through VNPAY; Any: columns."""
    given: dict[str, Any] = {
        "code": code,
        "name": code.title(),
        "kind": ProviderKind.BANK,
        "gateway": "vnpay",
        "position": 1,
    }
    provider = PaymentProvider(**given | values)
    session.add(provider)
    session.flush()
    return provider
