"""Back from the provider: ask how it went, at the person's wish (C20, PAY-6)."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.payments.ask_payment import ask_payment
from services.payments.queries import by_key, live_payment, lock_payment
from services.payments.show_request import show_request
from services.payments.views import RequestView
from services.work import Work

GAP = timedelta(seconds=20)  # a person who reloads asks nobody twice
CHECKED = "checked_until"


def check_payment(opener: Opener, key: str) -> RequestView:
    """Ask the gateway about the open attempt, unless it was just asked, and show it.

    The way back proves nothing; only what the gateway answers us does. A gateway
    that is silent is asked again by the job.
    """
    payment_id = opener(claim_check, key)
    if payment_id is not None:
        with suppress(SystemUnavailable):  # the page says that it is being checked
            ask_payment(opener, payment_id)
    return opener(show_request, key)


def claim_check(work: Work, key: str) -> UUID | None:
    """Return the attempt to ask about, to one press in a while."""
    found = live_payment(work.session, by_key(work, key).id)
    if found is None:
        return None
    _, payment = lock_payment(work.session, found.id)
    if payment.facts.get(CHECKED, "") > work.now.isoformat():
        return None
    payment.facts = {**payment.facts, CHECKED: (work.now + GAP).isoformat()}
    work.session.add(payment)
    return payment.id
