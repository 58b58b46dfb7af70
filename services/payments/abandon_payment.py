"""Another provider after all: the open attempt ends, once its gateway was asked."""

from uuid import UUID

from services.accounts.register import Opener
from services.payments.ask_payment import ask_payment
from services.payments.models import PaymentState
from services.payments.queries import by_key, live_payment, lock_payment
from services.payments.rules import LIVE
from services.payments.show_request import show_request
from services.payments.transition import Cause, Source, transition
from services.payments.views import RequestView
from services.work import Work


def abandon_payment(opener: Opener, key: str) -> RequestView:
    """End the open attempt of a request, and show what came of it.

    The gateway is asked first: what it says is paid is paid. What is pending
    expires at once; it is asked about on, and a late success still counts.
    Raises SystemUnavailable when the gateway does not answer.
    """
    payment_id = opener(find_live, key)
    if payment_id is not None:
        state = ask_payment(opener, payment_id)
        if state in LIVE:
            opener(give_up, payment_id)
    return opener(show_request, key)


def find_live(work: Work, key: str) -> UUID | None:
    """Return the open attempt of the request behind this link."""
    payment = live_payment(work.session, by_key(work, key).id)
    return payment.id if payment else None


def give_up(work: Work, payment_id: UUID) -> None:
    """Expire an attempt that is still open."""
    _, payment = lock_payment(work.session, payment_id)
    if payment.state not in LIVE:
        return
    payment.settled_at = work.now
    cause = Cause(Source.PERSON, "abandoned")
    transition(work, payment, PaymentState.EXPIRED, cause)
