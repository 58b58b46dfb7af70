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
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import owner_of
from services.accounts.posts import in_force
from services.work import Actor, Role, Work

CITIZEN_IDLE = timedelta(minutes=30)
SHARED_IDLE = timedelta(seconds=60)  # a device of the one-stop hall (C27)
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
    idle: timedelta | None = None  # how long this session may lie still
    is_shared: bool = False  # on a device of the one-stop hall
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
    account, session, post = row.Account, row.SignInSession, row.OfficerPost
    bound = row.TabBinding
    if account is None or session.last_seen_at + _idle(session, account, post) <= (
        work.now
    ):
        account = session = post = None
    actor = (
        _actor(row, browser, knock.address)
        if session
        else Actor(browser=browser, address=knock.address)
    )
    owner = owner_of(browser, actor.account_id) if browser else ""
    idle = _idle(session, account, post) if session else None
    noted = min(TOUCH, idle / 6) if idle else TOUCH
    if knock.is_activity and session and session.last_seen_at + noted <= work.now:
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
        idle_at=session.last_seen_at + idle if idle else None,
        idle=idle,
        is_shared=bool(session and session.is_shared_device),
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
        select(Account, SignInSession, OfficerPost, TabBinding)
        .select_from(one)
        .outerjoin(SignInSession, alive)
        .outerjoin(Account, known)
        .outerjoin(
            OfficerPost,
            and_(
                col(OfficerPost.id) == col(SignInSession.post_id),
                col(OfficerPost.account_id) == col(Account.id),
                in_force(work.now),
            ),
        )
        .outerjoin(TabBinding, col(TabBinding.token_hash) == tab)
    )
    return work.session.execute(found).one()


def _idle(
    session: SignInSession, account: Account, post: OfficerPost | None
) -> timedelta:
    if session.is_shared_device:
        return SHARED_IDLE
    if account.kind is AccountKind.CITIZEN:
        return CITIZEN_IDLE
    is_administrator = post is not None and Role.ADMINISTRATOR in post.roles
    return ADMINISTRATOR_IDLE if is_administrator else OFFICER_IDLE


def _actor(row: Row[Any], browser: str, address: str) -> Actor:
    account, session, post = row.Account, row.SignInSession, row.OfficerPost
    return Actor(
        account_id=account.id,
        session_id=session.id,
        name=account.full_name,
        is_officer=account.kind is AccountKind.OFFICER,
        agency_id=post.agency_id if post else None,
        roles=frozenset(role for role in Role if post and role in post.roles),
        post_id=post.id if post else None,
        proved_at=session.proved_at,
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
