"""The condition that something is still to be paid for a dossier."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from services.payments.models import PaymentRequest, RequestState


def has_debt(dossier_id: Any) -> ColumnElement[bool]:
    """Return the condition on a dossier of the outer statement; Any: its column."""
    open_one = select(PaymentRequest.id).where(
        col(PaymentRequest.dossier_id) == dossier_id,
        PaymentRequest.state == RequestState.OPEN,
    )
    return open_one.exists()
