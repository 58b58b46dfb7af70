"""Start the refund of what was paid for a dossier that ended: once (PAY-10)."""

from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, exists, select

from services.dossiers.models import Dossier
from services.payments.ask_refund import CANCELLED, left_of, refund_whole
from services.payments.models import Payment, PaymentRequest, PaymentState
from services.payments.queries import lock_payment
from services.work import Work


def has_paid() -> ColumnElement[bool]:
    """Say of the dossier of a query that something is paid for it."""
    return exists().where(
        col(PaymentRequest.dossier_id) == Dossier.id,
        col(Payment.request_id) == PaymentRequest.id,
        col(Payment.state) == PaymentState.PAID,
    )


def give_back(work: Work, dossier_id: UUID) -> int:
    """Ask for all that payments of the dossier still hold; tell how many.

    A second person decides on the refund itself. Whatever is under way already
    is left to itself, so nothing is asked twice.
    """
    paid = (
        select(Payment.id)
        .join(PaymentRequest, col(PaymentRequest.id) == col(Payment.request_id))
        .where(
            PaymentRequest.dossier_id == dossier_id,
            Payment.state == PaymentState.PAID,
        )
        .order_by(col(Payment.id))
    )
    count = 0
    for payment_id in work.session.exec(paid).all():
        _, payment = lock_payment(work.session, payment_id)
        if payment.state is PaymentState.PAID and left_of(payment) > 0:
            refund_whole(work, payment, CANCELLED)
            count += 1
    return count
