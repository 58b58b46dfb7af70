"""Forget what was asked for a draft that goes, unless somebody began to pay it."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select

from services.core.errors import Conflict
from services.payments.models import Payment, PaymentRequest


def forget_requests(session: Session, dossier_id: UUID) -> None:
    """Remove the requests of a draft; Conflict where a payment was begun."""
    mine = select(PaymentRequest.id).where(PaymentRequest.dossier_id == dossier_id)
    # Held first: a press at this moment waits, and then finds nothing to pay.
    held = list(session.exec(mine.with_for_update()))
    if not held:
        return
    begun = select(Payment.id).where(col(Payment.request_id).in_(held)).limit(1)
    if session.exec(begun).first() is not None:
        raise Conflict("payment_begun")
    session.exec(
        delete(PaymentRequest).where(col(PaymentRequest.dossier_id) == dossier_id)
    )


def begun_paying(dossier_id: Any) -> ColumnElement[bool]:
    """Return the condition that some payment of this dossier was begun.

    Any: a column of the outer statement.
    """
    begun = (
        select(Payment.id)
        .join(PaymentRequest, col(PaymentRequest.id) == col(Payment.request_id))
        .where(col(PaymentRequest.dossier_id) == dossier_id)
    )
    return begun.exists()
