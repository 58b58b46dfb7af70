"""How many challenges may be begun: nobody floods a stranger's phone (AU-7)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import col, select

from services.core.errors import TooMany
from services.identities.models import CertificateChallenge
from services.integrations.remote_signing.port import SigningState
from services.work import Work

HOUR = timedelta(hours=1)
LOCK = 7_206_004  # one request counts at a time, or ten at once would all pass
MOST_OPEN = 3  # requests on one phone


@dataclass(frozen=True)
class _Limit:
    """So many rows in an hour whose column has the same value."""

    column: str
    value: str
    count: int


def check_challenge_limits(work: Work, user: str) -> None:
    """Refuse one more challenge, saying when the next may be begun."""
    work.session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": LOCK})
    limits = (
        _Limit("user", user, 10),
        _Limit("browser", work.actor.browser, 20),
        _Limit("network_address", work.actor.address, 60),
    )
    waits = [_reopens(work, limit) for limit in limits if limit.value]
    waits += [_next_ends(work, user)] if user else []
    if until := max((wait for wait in waits if wait), default=None):
        raise TooMany(until)


def _reopens(work: Work, limit: _Limit) -> datetime | None:
    # The limit is full while the n-th row from the end is inside the hour.
    begun = col(CertificateChallenge.created_at)
    counted = select(begun).where(
        begun > work.now - HOUR,
        getattr(CertificateChallenge, limit.column) == limit.value,
    )
    oldest = counted.order_by(begun.desc()).offset(limit.count - 1).limit(1)
    found = work.session.exec(oldest).first()
    return found + HOUR if found else None


def _next_ends(work: Work, user: str) -> datetime | None:
    """Return when one of the requests on this phone ends, if there are too many."""
    ends = col(CertificateChallenge.expires_at)
    waiting = select(ends).where(
        CertificateChallenge.user == user,
        CertificateChallenge.state == SigningState.WAITING,
        col(CertificateChallenge.used_at).is_(None),
        ends > work.now,
    )
    found = work.session.exec(waiting.order_by(ends)).all()
    return found[0] if len(found) >= MOST_OPEN else None
