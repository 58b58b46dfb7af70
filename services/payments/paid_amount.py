"""What was paid for a dossier before it was handed in."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from services.payments.models import DueMoment, PaymentRequest, RequestState


def paid_amount(session: Session, dossier_id: UUID) -> int:
    """Return the đồng paid before filing, zero while nothing is."""
    query = select(func.coalesce(func.sum(PaymentRequest.amount), 0)).where(
        PaymentRequest.dossier_id == dossier_id,
        PaymentRequest.moment == DueMoment.BEFORE_FILING,
        col(PaymentRequest.state) == RequestState.PAID,
    )
    return int(session.exec(query).one())
