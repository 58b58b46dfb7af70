"""Open a signed-in session; every opening has an id of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.end_session import close, release_tabs
from services.accounts.keys import new_token, token_hash
from services.accounts.models import Account, SignInSession
from services.audit.record import record
from services.work import Work

ABSOLUTE = timedelta(hours=12)
LONGEST_DEVICE = 120
NOBODY = "0"


@dataclass(frozen=True)
class Device:
    """What a session is opened on, in words for the list of devices."""

    name: str = ""
    is_shared: bool = False


@dataclass(frozen=True)
class OpenedSession:
    """The cookie to set; it is shown once and kept nowhere."""

    token: str
    account_id: UUID
    expires_at: datetime


def open_session(work: Work, account: Account, device: Device) -> OpenedSession:
    """Open a new session and end the one this browser had (SS-2).

    The cookie a browser held before signing in never becomes a signed-in one,
    so planting a cookie in somebody's browser gains nothing.
    """
    token = new_token()
    opened = SignInSession(
        token_hash=token_hash(token),
        account_id=account.id,
        created_at=work.now,
        last_seen_at=work.now,
        expires_at=work.now + ABSOLUTE,
        device=device.name[:LONGEST_DEVICE],
        is_shared_device=device.is_shared,
    )
    work.session.add(opened)
    work.session.flush()
    before = select(SignInSession).where(
        SignInSession.token_hash == work.actor.browser,
        col(SignInSession.ended_at).is_(None),
    )
    for session in work.session.exec(before):
        close(work, session)
    release_tabs(work, owner_of(work.actor.browser, None))
    record(work, "session.opened", opened.id)
    return OpenedSession(token, account.id, opened.expires_at)


def owner_of(browser: str, account_id: UUID | None) -> str:
    """Return who a tab belongs to: this browser while this person is signed in."""
    return f"{browser}.{account_id or NOBODY}"
