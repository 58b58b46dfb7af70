"""How wrong passwords are counted, and what they cost (AU-5, C06)."""

from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlmodel import col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import SignInFailures
from services.core.errors import TooMany
from services.work import Work

FREE_TRIES = 3  # after these a picture code is asked for
PAUSE_AFTER = 10
FREE_TRIES_OF_ADDRESS = 30  # an office or a mobile network shares one address
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(hours=24)
SOON = timedelta(seconds=3)


def lock_failures(work: Work, key: str) -> SignInFailures:
    """Return the count kept for this name, locked: guesses at one name queue.

    A second guess while one is being judged is refused at once instead of
    waiting, so that a flood of them cannot hold every connection.
    """
    kept = keyed_hash(work.secret, "sign-in-failures", key)
    work.session.execute(_fresh(work, kept))
    mine = select(SignInFailures).where(SignInFailures.key_hash == kept)
    locked = mine.with_for_update(skip_locked=True)
    row = work.session.exec(locked).one_or_none()
    if row is None:
        raise TooMany(work.now + SOON)
    if row.last_failed_at + FORGOTTEN_AFTER < work.now:
        row.failures, row.paused_until = 0, None
    return row


def needs_proof(work: Work, row: SignInFailures) -> bool:
    """Tell whether a person must be shown to be typing, at this name or address."""
    if row.failures >= FREE_TRIES:
        return True
    kept = _address_key(work)
    seen = select(SignInFailures).where(
        SignInFailures.key_hash == kept,
        col(SignInFailures.last_failed_at) > work.now - LONGEST_PAUSE,
    )
    address = work.session.exec(seen).one_or_none()
    return address is not None and address.failures >= FREE_TRIES_OF_ADDRESS


def paused_until(work: Work, row: SignInFailures) -> datetime | None:
    """Return when the next try is heard, if it is not now."""
    until = row.paused_until
    return until if until and until > work.now else None


def count_failure(work: Work, row: SignInFailures) -> None:
    """Count a wrong try; from the tenth on each costs twice the pause before."""
    row.failures += 1
    row.last_failed_at = work.now
    if row.failures >= PAUSE_AFTER:
        doubled = FIRST_PAUSE * 2 ** min(row.failures - PAUSE_AFTER, 10)
        row.paused_until = work.now + min(doubled, LONGEST_PAUSE)
    work.session.flush()
    kept = _address_key(work)
    work.session.execute(_fresh(work, kept))
    since = col(SignInFailures.last_failed_at) > work.now - LONGEST_PAUSE
    work.session.execute(
        update(SignInFailures)
        .where(col(SignInFailures.key_hash) == kept, ~since)
        .values(failures=0)
    )
    work.session.execute(
        update(SignInFailures)
        .where(col(SignInFailures.key_hash) == kept)
        .values(failures=SignInFailures.failures + 1, last_failed_at=work.now)
    )


def clear_failures(row: SignInFailures) -> None:
    """Forget the wrong tries of a name whose owner came in."""
    row.failures, row.paused_until = 0, None


def forget_failures(work: Work, key: str) -> None:
    """Forget the wrong tries of an account whose owner set a new password."""
    kept = keyed_hash(work.secret, "sign-in-failures", key)
    work.session.execute(
        update(SignInFailures)
        .where(col(SignInFailures.key_hash) == kept)
        .values(failures=0, paused_until=None)
    )


def _address_key(work: Work) -> str:
    return keyed_hash(work.secret, "sign-in-address", work.actor.address)


def _fresh(work: Work, kept: str) -> Insert:
    row = {"id": uuid4(), "key_hash": kept, "failures": 0, "last_failed_at": work.now}
    return insert(SignInFailures).values(**row).on_conflict_do_nothing()
