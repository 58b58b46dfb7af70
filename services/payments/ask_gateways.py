"""Ask the gateways about every payment whose end is not known yet (PAY-7)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import Forbidden, SystemUnavailable
from services.payments.ask_payment import ask_payment, take_silence
from services.payments.models import Payment
from services.work import Work

BATCH = 200


@dataclass(frozen=True)
class Due:
    """A payment whose gateway is to be asked now."""

    payment_id: UUID
    gateway: str


def ask_gateways(opener: Opener) -> int:
    """Ask about what is due, the oldest first; return how many were answered.

    A gateway that does not answer once is left alone until the next round, so
    that it holds up no other.
    """
    silent: set[str] = set()
    answered = 0
    for due in opener(list_due):
        if due.gateway in silent:
            opener(take_silence, due.payment_id)
            continue
        try:
            ask_payment(opener, due.payment_id)
            answered += 1
        except SystemUnavailable:
            silent.add(due.gateway)
    return answered


def list_due(work: Work) -> tuple[Due, ...]:
    """Return the payments whose question is due."""
    if not work.actor.is_system:
        raise Forbidden("system")
    query = (
        select(Payment)
        .where(col(Payment.ask_next_at) <= work.now)
        .order_by(col(Payment.ask_next_at))
        .limit(BATCH)
    )
    return tuple(Due(one.id, one.gateway) for one in work.session.exec(query))
