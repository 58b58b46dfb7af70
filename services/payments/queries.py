"""Reads of money: requests, attempts, and the rows that are locked before they move."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from services.core.errors import Conflict, NotFound
from services.integrations.payment_gateways.port import Payer
from services.payments.models import Payment, PaymentRequest, RequestState
from services.payments.rules import LIVE
from services.payments.settlement_models import PaymentProvider, PaymentReceipt
from services.payments.views import DueLine
from services.work import Work

KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
MOST_ATTEMPTS = 99  # two digits of the number a gateway knows an attempt by
PAYER_FIELDS = ("name", "number", "phone", "address", "email")


def by_key(work: Work, key: str, lock: bool = False) -> PaymentRequest:
    """Return the request of a personal link; anything else is not there."""
    if not KEY.fullmatch(key):
        raise NotFound("payment_request")
    query = select(PaymentRequest).where(PaymentRequest.link_key == key)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(
            populate_existing=True
        )
    request = work.session.exec(query).one_or_none()
    if request is None:
        raise NotFound("payment_request")
    return request


def at_one_moment(work: Work, key: str) -> tuple[PaymentRequest, list[Payment]]:
    """Return the request of a link and its attempts, the newest first. Raises NotFound.

    One statement: of two, one may see the world before money came, and one after.
    """
    if not KEY.fullmatch(key):
        raise NotFound("payment_request")
    query = (
        select(PaymentRequest, Payment)
        .outerjoin(Payment, col(Payment.request_id) == PaymentRequest.id)
        .where(PaymentRequest.link_key == key)
        .order_by(col(Payment.created_at).desc(), col(Payment.number).desc())
    )
    found = work.session.exec(query).all()
    if not found:
        raise NotFound("payment_request")
    return found[0][0], [payment for _, payment in found if payment is not None]


def lock_request(session: Session, request_id: UUID) -> PaymentRequest:
    """Return the request as it is now; nobody else changes it until the commit."""
    query = (
        select(PaymentRequest)
        .where(PaymentRequest.id == request_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return session.exec(query).one()


def lock_payment(session: Session, payment_id: UUID) -> tuple[PaymentRequest, Payment]:
    """Lock the request, then the attempt: always in this order, so nobody waits round.

    Raises NotFound.
    """
    request_id = session.exec(
        select(Payment.request_id).where(Payment.id == payment_id)
    ).one_or_none()
    if request_id is None:
        raise NotFound("payment")
    request = lock_request(session, request_id)
    query = (
        select(Payment)
        .where(Payment.id == payment_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return request, session.exec(query).one()


def requests_of(session: Session, dossier_id: UUID) -> list[PaymentRequest]:
    """Return what was ever asked for a dossier, the oldest first."""
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier_id)
    ordered = query.order_by(
        col(PaymentRequest.opened_at), col(PaymentRequest.invoice_number)
    )
    return list(session.exec(ordered))


def owed(session: Session, dossier_id: UUID) -> int:
    """Return the đồng still asked for; zero when all is paid or nothing was asked."""
    query = select(func.coalesce(func.sum(PaymentRequest.amount), 0)).where(
        PaymentRequest.dossier_id == dossier_id,
        PaymentRequest.state == RequestState.OPEN,
    )
    return int(session.exec(query).one())


def payments_of(session: Session, request_id: UUID) -> list[Payment]:
    """Return the attempts to pay a request, the newest first."""
    query = select(Payment).where(Payment.request_id == request_id)
    return list(
        session.exec(
            query.order_by(col(Payment.created_at).desc(), col(Payment.number).desc())
        )
    )


def live_payment(session: Session, request_id: UUID) -> Payment | None:
    """Return the attempt that is open now; there is never a second one."""
    query = select(Payment).where(
        Payment.request_id == request_id, col(Payment.state).in_(LIVE)
    )
    return session.exec(query).one_or_none()


def next_number(session: Session, request: PaymentRequest) -> str:
    """Return the number of the next attempt: invoice and attempt, 16 digits.

    The caller holds the request's row.
    """
    count = session.exec(
        select(func.count()).where(col(Payment.request_id) == request.id)
    ).one()
    if count >= MOST_ATTEMPTS:
        raise Conflict("too_many_attempts")
    return f"{request.invoice_number}{count + 1:02d}"


def provider_by_code(session: Session, code: str) -> PaymentProvider | None:
    """Return the bank or wallet of this code, also one that is switched off."""
    query = select(PaymentProvider).where(PaymentProvider.code == code)
    return session.exec(query).one_or_none()


def receipt_of(session: Session, request_id: UUID) -> PaymentReceipt | None:
    """Return the e-receipt of a request, once it was paid."""
    query = select(PaymentReceipt).where(PaymentReceipt.request_id == request_id)
    return session.exec(query).one_or_none()


def lines_of(request: PaymentRequest) -> tuple[DueLine, ...]:
    """Return the frozen lines."""
    return tuple(DueLine(**line) for line in request.lines)


def payer_of(facts: Mapping[str, Any]) -> Payer:
    """Return the payer as kept with a request or an attempt; Any: JSON."""
    return Payer(**{name: str(facts.get(name, "")) for name in PAYER_FIELDS})
