"""Tell who acts, from the cookie of a browser, on every single event (SS-3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, literal, update
from sqlmodel import and_, col, select

from services.accounts.bind_tab import REFRESH
from services.accounts.keys import token_hash
from services.accounts.models import (
    Account,
    AccountKind,
    AccountStatus,
    SignInSession,
    TabBinding,
)
from services.accounts.open_session import owner_of
from services.work import Actor, Role, Work

CITIZEN_IDLE = timedelta(minutes=30)
OFFICER_IDLE = timedelta(minutes=15)
ADMINISTRATOR_IDLE = timedelta(minutes=5)
TOUCH = timedelta(minutes=1)


@dataclass(frozen=True)
class Knock:
    """What a browser brings along: nothing of it is trusted but the cookie."""

    cookie: str
    tab: str = ""
    address: str = ""
    is_activity: bool = True  # a live refresh nobody asked for keeps no session open


@dataclass(frozen=True)
class Visitor:
    """Who acts, and whose the tab is."""

    actor: Actor
    owner: str  # this browser with this person; changes at sign-in and sign-out
    tab_owner: str | None
    idle_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def owns_tab(self) -> bool:
        """Tell whether events of this tab may be heard (FW-3)."""
        return bool(self.owner) and self.owner == self.tab_owner


def identify(work: Work, knock: Knock) -> Visitor:
    """Return who acts: anonymous when the session is unknown, ended, idle or over.

    Role and agency are read from the database every time, so a withdrawn role
    or an ended session takes effect at the next event.
    """
    browser = token_hash(knock.cookie) if knock.cookie else ""
    row = _look_up(work, browser, token_hash(knock.tab))
    account, session = row.Account, row.SignInSession
    bound = row.TabBinding
    if account is None or session.last_seen_at + _idle(account) <= work.now:
        account = session = None
    actor = _actor(account, session, browser, knock.address)
    owner = owner_of(browser, actor.account_id) if browser else ""
    if knock.is_activity and session and session.last_seen_at + TOUCH <= work.now:
        _touch(work, session)
    if (
        bound is not None
        and bound.owner == owner
        and bound.bound_at + REFRESH <= work.now
    ):
        bound.bound_at = work.now
    return Visitor(
        actor=actor,
        owner=owner,
        tab_owner=bound.owner if bound else None,
        idle_at=session.last_seen_at + _idle(account) if session else None,
        ends_at=session.expires_at if session else None,
    )


def _look_up(work: Work, browser: str, tab: str) -> Row[Any]:
    # Any: rows of an outer join, where SQLAlchemy cannot type the missing ones.
    one = select(literal(1).label("one")).subquery()
    alive = and_(
        col(SignInSession.token_hash) == browser,
        col(SignInSession.ended_at).is_(None),
        col(SignInSession.expires_at) > work.now,
    )
    known = and_(
        col(Account.id) == col(SignInSession.account_id),
        col(Account.status) == AccountStatus.ACTIVE,
    )
    found = (
        select(Account, SignInSession, TabBinding)
        .select_from(one)
        .outerjoin(SignInSession, alive)
        .outerjoin(Account, known)
        .outerjoin(TabBinding, col(TabBinding.token_hash) == tab)
    )
    return work.session.execute(found).one()


def _idle(account: Account) -> timedelta:
    if account.kind is AccountKind.CITIZEN:
        return CITIZEN_IDLE
    is_administrator = Role.ADMINISTRATOR in account.roles
    return ADMINISTRATOR_IDLE if is_administrator else OFFICER_IDLE


def _actor(
    account: Account | None,
    session: SignInSession | None,
    browser: str,
    address: str,
) -> Actor:
    if account is None or session is None:
        return Actor(browser=browser, address=address)
    held = frozenset(role for role in Role if role in account.roles)
    return Actor(
        account_id=account.id,
        session_id=session.id,
        name=account.full_name,
        is_officer=account.kind is AccountKind.OFFICER,
        agency_id=account.agency_id,
        roles=held,
        browser=browser,
        address=address,
    )


def _touch(work: Work, session: SignInSession) -> None:
    # Two tabs touch at once: the later moment stays, and an end is never undone.
    work.session.execute(
        update(SignInSession)
        .where(
            col(SignInSession.id) == session.id,
            col(SignInSession.last_seen_at) < work.now,
        )
        .values(last_seen_at=work.now)
    )
