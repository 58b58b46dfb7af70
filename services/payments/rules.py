"""The life of a payment: one table of states (PAY-1), and what each means for money."""

from datetime import datetime, timedelta

from services.payments.models import Payment, PaymentState, RequestState

S = PaymentState

# A success that comes late still counts (PAY-5); a failure after success changes nothing.
NEXT: dict[PaymentState, set[PaymentState]] = {
    S.CREATED: {S.PENDING, S.FAILED, S.EXPIRED, S.PAID, S.MISMATCH},
    S.PENDING: {S.PAID, S.FAILED, S.EXPIRED, S.MISMATCH},
    S.FAILED: {S.PAID, S.MISMATCH},
    S.EXPIRED: {S.PAID, S.MISMATCH},
    S.PAID: {S.REFUND_PENDING, S.DISPUTED},
    S.MISMATCH: {S.PAID, S.REFUND_PENDING, S.DISPUTED},
    S.DISPUTED: {S.PAID, S.REFUND_PENDING},
    # A refund that was refused or was of a part leads back to where it came from.
    S.REFUND_PENDING: {S.REFUNDED, S.PAID, S.MISMATCH},
    S.REFUNDED: set(),
}

LIVE = frozenset({S.CREATED, S.PENDING})  # one at a time for each request
HOLDS_MONEY = frozenset({S.PAID, S.MISMATCH, S.DISPUTED, S.REFUND_PENDING})

REQUEST_NEXT: dict[RequestState, set[RequestState]] = {
    RequestState.OPEN: {RequestState.PAID, RequestState.CANCELLED},
    RequestState.PAID: {RequestState.REFUNDED},
    # Money that comes for a cancelled request is given back, not kept.
    RequestState.CANCELLED: set(),
    RequestState.REFUNDED: set(),
}

LIFE = timedelta(minutes=15)  # what an order lives where the gateway says nothing else
# PAY-7: minutes between two questions, for more than three days in all.
GAPS = (1, 2, 5, 10, 30, 60, 180, 360, 720, 1440, 1440, 1440)
SILENT_GAP = timedelta(minutes=10)  # who does not answer is asked again soon
GRACE = timedelta(minutes=30)  # an attempt nobody answers for ends after this
FORGOTTEN = timedelta(hours=1)  # past the expiry, “no such order” is a last word


def next_ask(payment: Payment, now: datetime) -> datetime | None:
    """Return when the gateway is asked again; at the expiry in any case (PAY-7)."""
    if payment.asked >= len(GAPS):
        return None
    at = now + timedelta(minutes=GAPS[payment.asked])
    if payment.state in LIVE and now < payment.expires_at < at:
        return payment.expires_at
    return at


def fee_on_top(fixed: int, permille: int, amount: int) -> int:
    """Return what the provider takes beyond the amount, rounded up to whole đồng."""
    return fixed - (-amount * permille // 1000)
