"""When a message is tried again, and when a system is left alone (OB-5, OB-6)."""

import random
from datetime import datetime, timedelta

from services.outbox.models import OutboxMessage, SystemGate

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
LIFE = timedelta(hours=72)  # of trying; then a person must look
TRIPPED_BY = 5  # failures one after another
REST = timedelta(minutes=1)  # the breaker stays open so long, then one may knock
HAND = timedelta(minutes=5)  # a worker that holds a message longer is dead
MOST_AT_ONCE = 3  # messages of one system on their way: a slow one starves nobody
CLIENT_PATIENCE = timedelta(hours=6)  # the longest Retry-After that is believed


def wait_of(tries: int, dice: random.Random | None = None) -> timedelta:
    """Return how long to wait after so many tries: full jitter, at most an hour."""
    doubled: int = 2 ** min(tries - 1, 20)
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * doubled)
    return ceiling * (dice or random.Random()).random()


def next_try(
    message: OutboxMessage, now: datetime, asked_seconds: float | None
) -> datetime | None:
    """Return when to try again; None when three days of trying are over.

    A system that says when to come back is believed, within reason.
    """
    begun = message.first_try_at or now
    if now >= begun + LIFE:
        return None
    wait = wait_of(message.tries)
    if asked_seconds is not None:
        wait = max(wait, min(timedelta(seconds=asked_seconds), CLIENT_PATIENCE))
    return now + wait


def is_shut(gate: SystemGate, now: datetime) -> bool:
    """Tell whether nothing may be sent now."""
    is_open = gate.open_until is not None and now < gate.open_until
    return is_open or gate.paused_at is not None


def note_answer(gate: SystemGate, now: datetime) -> None:
    """Close the breaker: the system answers, be it a refusal."""
    gate.failures, gate.open_until, gate.answered_at = 0, None, now


def note_silence(gate: SystemGate, now: datetime) -> None:
    """Count a failure; the fifth in a row opens the breaker for a minute."""
    gate.failures += 1
    gate.failed_at = now
    if gate.failures >= TRIPPED_BY:
        gate.open_until = now + REST
