"""Carry what a system is owed of one dossier, in order; run by the worker (OB-3)."""

import time
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import SystemRefused, SystemUnavailable
from services.outbox.claim import claim
from services.outbox.courier import Answer, Courier, Couriers, Outcome, Parcel
from services.outbox.models import Outward
from services.outbox.note_try import note_try
from services.work import Work

MOST_IN_A_ROW = 20  # of one dossier: then others have their turn


def carry(opener: Opener, couriers: Couriers, system: Outward, thread_id: UUID) -> int:
    """Claim, hand over, note, until nothing may be sent; return how many arrived.

    Nothing is locked while the system is waited for. A worker that dies between
    leaves a claim that ends by itself, and the message goes out again with the
    same key.
    """
    courier, arrived = couriers[system], 0
    for _ in range(MOST_IN_A_ROW):
        parcel = opener(claim, courier, system, thread_id)
        if parcel is None:
            break
        begun = time.monotonic()
        answer = _hand_over(opener, courier, parcel)
        spent = round((time.monotonic() - begun) * 1000)
        if not opener(note_try, courier, parcel.id, answer, spent):
            break
        arrived += 1
    return arrived


def _hand_over(opener: Opener, courier: Courier, parcel: Parcel) -> Answer:
    try:
        return opener(_send, courier, parcel)
    except SystemRefused as refusal:
        return Answer(Outcome.REFUSED, f"http_{refusal.status}")
    except SystemUnavailable as silence:
        return Answer(
            Outcome.UNAVAILABLE, "unavailable", retry_after=silence.retry_after
        )


def _send(work: Work, courier: Courier, parcel: Parcel) -> Answer:
    """The session is not used: nothing is locked while the system is waited for."""
    return courier.hand_over(work.systems, parcel)
