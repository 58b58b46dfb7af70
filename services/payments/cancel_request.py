"""Ask for a sum no longer (hủy yêu cầu thanh toán)."""

from uuid import UUID

from services.core.errors import Conflict
from services.payments.models import RequestState
from services.payments.queries import lock_request, payments_of
from services.payments.rules import HOLDS_MONEY, LIVE
from services.payments.transition import move_request
from services.work import Work


def cancel_request(work: Work, request_id: UUID, why: str) -> None:
    """Cancel an open request; cancelling twice changes nothing.

    `why` is the key of a sentence. Refused while an attempt is live or money is
    held: Conflict("payment_live"), and of a paid one Conflict("request_paid").
    Money that comes later all the same is given back by the system.
    """
    request = lock_request(work.session, request_id)
    if request.state is RequestState.CANCELLED:
        return
    if request.state is not RequestState.OPEN:
        raise Conflict("request_paid")
    states = {payment.state for payment in payments_of(work.session, request_id)}
    if states & (LIVE | HOLDS_MONEY):
        raise Conflict("payment_live")
    request.cancelled_at, request.cancelled_why = work.now, why
    move_request(work, request, RequestState.CANCELLED, why)
