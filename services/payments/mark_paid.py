"""What is asked for becomes paid: once, by one payment, with its e-receipt."""

from datetime import datetime

from services.payments.issue_receipt import issue_receipt
from services.payments.models import Payment, PaymentRequest, RequestState
from services.payments.transition import move_request
from services.work import Work


def mark_paid(
    work: Work, request: PaymentRequest, payment: Payment, at: datetime | None = None
) -> None:
    """Settle an open request with a payment that is paid; both rows are locked.

    Call it last: the number of the receipt is held until the commit.
    """
    request.paid_at = at or work.now
    request.paid_with_id = payment.id
    move_request(work, request, RequestState.PAID)
    issue_receipt(work, request, payment)
