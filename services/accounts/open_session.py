"""Open a signed-in session; every opening has an id of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import and_, col, select
from sqlmodel.sql.expression import SelectOfScalar

from services.accounts.end_session import close, release_tabs
from services.accounts.keys import new_token, token_hash
from services.accounts.models import Account, AccountKind, SignInSession
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.posts import posts_of
from services.audit.record import record
from services.jobs import defer
from services.work import Work

ABSOLUTE = timedelta(hours=12)
LONGEST_DEVICE = 120
NOBODY = "0"
VERIFIED_LEVEL = 2  # IAL2: a register confirmed the number
REMEMBERED = timedelta(days=90)  # how long a device is known


@dataclass(frozen=True)
class Device:
    """What a session is opened on, in words for the list of devices."""

    name: str = ""
    is_shared: bool = False
    kind: str = "desktop"  # desktop, phone


@dataclass(frozen=True)
class OpenedSession:
    """The cookie to set; it is shown once and kept nowhere."""

    token: str
    account_id: UUID
    expires_at: datetime


def open_session(
    work: Work, account: Account, device: Device, method: str = "password"
) -> OpenedSession:
    """Open a new session and end the one this browser had (SS-2).

    An officer begins in the first post in force, and changes it on the page; the
    other session on a device of this class ends (SS-7).

    The cookie a browser held before signing in never becomes a signed-in one,
    so planting a cookie in somebody's browser gains nothing.
    """
    is_new_device = _is_new_device(work, account, device)
    token = new_token()
    opened = SignInSession(
        token_hash=token_hash(token),
        account_id=account.id,
        created_at=work.now,
        last_seen_at=work.now,
        expires_at=work.now + ABSOLUTE,
        device=device.name[:LONGEST_DEVICE],
        device_class=device.kind,
        is_shared_device=device.is_shared,
        post_id=_first_post(work, account),
        proved_at=work.now,
        method=method,
    )
    account.last_signed_in_at = work.now
    work.session.add(opened)
    work.session.flush()
    for session in work.session.exec(_to_end(work, account, opened)):
        close(work, session)
    release_tabs(work, owner_of(work.actor.browser, None))
    record(work, "session.opened", opened.id)
    if account.citizen_id and account.assurance_level >= VERIFIED_LEVEL:
        # What the person filed at a counter before they had an account (ADR 21).
        defer(work.session, "counter.adopt_walk_in", account_id=str(account.id))
    if is_new_device:
        notify_owner(work, account, NoticeKind.NEW_DEVICE, device=opened.device)
    return OpenedSession(token, account.id, opened.expires_at)


def _to_end(
    work: Work, account: Account, opened: SignInSession
) -> SelectOfScalar[SignInSession]:
    """Select this browser's session, and an officer's others of the device class."""
    ends = col(SignInSession.token_hash) == work.actor.browser
    if account.kind is AccountKind.OFFICER:
        ends |= and_(
            col(SignInSession.account_id) == account.id,
            col(SignInSession.device_class) == opened.device_class,
        )
    return select(SignInSession).where(
        ends,
        col(SignInSession.id) != opened.id,
        col(SignInSession.ended_at).is_(None),
    )


def _is_new_device(work: Work, account: Account, device: Device) -> bool:
    """Tell whether the account, used before, was not used on such a device lately."""
    used = select(
        func.max(SignInSession.created_at),
        func.max(SignInSession.created_at).filter(
            col(SignInSession.device) == device.name[:LONGEST_DEVICE]
        ),
    ).where(SignInSession.account_id == account.id)
    ever, here = work.session.exec(used).one()
    return ever is not None and (here is None or here < work.now - REMEMBERED)


def _first_post(work: Work, account: Account) -> UUID | None:
    if account.kind is not AccountKind.OFFICER:
        return None
    held = posts_of(work, account.id)
    return held[0].id if held else None


def owner_of(browser: str, account_id: UUID | None) -> str:
    """Return who a tab belongs to: this browser while this person is signed in."""
    return f"{browser}.{account_id or NOBODY}"
