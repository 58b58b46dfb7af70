"""Begin to pay: the order at the gateway is opened once, whatever is pressed (PAY-9)."""

import time
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import Conflict, RuleViolation, SystemUnavailable
from services.failpoints import failpoint
from services.integrations.payment_gateways.port import Begun, GatewayRefused
from services.payments.models import PaymentState
from services.payments.open_attempt import (
    REFUSED,
    UNREACHABLE,
    Attempt,
    Wish,
    open_attempt,
)
from services.payments.queries import lock_payment
from services.payments.rules import LIVE
from services.payments.transition import Cause, Source, transition
from services.payments.views import Paying
from services.work import Work

POLL = 0.2  # seconds between two looks at what the press's twin is told
LOOKS = 60  # longer than the lease of a press that died


def begin_payment(
    opener: Opener, key: str, provider: str, intent: str, seen_amount: int
) -> Paying:
    """Return the provider's page for this request.

    `intent` names the press: the same one gives the same answer. `seen_amount` is
    the request's amount as the person saw it, without the provider's fee. Two
    transactions; the gateway is asked between them. Refusals: Conflict with
    payment_live, payment_held, payment_over, amount_changed, request_closed,
    intent_used, too_many_attempts; RuleViolation on provider or payer.
    """
    wish = Wish(key, provider, intent, seen_amount)
    for _ in range(LOOKS):
        attempt = opener(open_attempt, wish)
        if attempt.paying is not None:
            return attempt.paying
        if attempt.order is not None:
            failpoint("pay.1")
            return _ask(opener, attempt)
        time.sleep(POLL)
    raise Conflict("payment_live")


def _ask(opener: Opener, attempt: Attempt) -> Paying:
    assert attempt.gateway is not None
    assert attempt.order is not None
    try:
        begun = attempt.gateway.begin(attempt.order)
    except SystemUnavailable:
        opener(fail_attempt, attempt.payment_id, UNREACHABLE)
        raise
    except GatewayRefused:
        opener(fail_attempt, attempt.payment_id, REFUSED)
        raise RuleViolation({"provider": "provider_refused"}) from None
    failpoint("pay.2")
    paying = opener(keep_order, attempt.payment_id, begun)
    failpoint("pay.4")
    return paying


def keep_order(work: Work, payment_id: UUID, begun: Begun) -> Paying:
    """Keep where the person pays; a notice may have been quicker."""
    _, payment = lock_payment(work.session, payment_id)
    if payment.state not in LIVE:
        raise Conflict("payment_over")
    if payment.state is PaymentState.CREATED:
        payment.pay_url, payment.gateway_ref = begun.url, begun.reference
        transition(work, payment, PaymentState.PENDING, Cause(Source.PERSON))
    failpoint("pay.3")
    return Paying(payment.id, payment.pay_url)


def fail_attempt(work: Work, payment_id: UUID, why: str) -> None:
    """End an attempt that the gateway did not open.

    Of one that did not answer nobody knows whether it did: it is asked about
    until it says so (PAY-7), and the person may try another provider meanwhile.
    """
    _, payment = lock_payment(work.session, payment_id)
    if payment.state is not PaymentState.CREATED:
        return
    payment.failure, payment.settled_at = why, work.now
    if why == REFUSED:
        payment.ask_next_at = None
    transition(work, payment, PaymentState.FAILED, Cause(Source.PERSON, why))
