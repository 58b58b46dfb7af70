"""One officer as their administrator sees them (A01)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from services.accounts.models import Account, AccountStatus, SignInSession
from services.accounts.officer_models import OfficerPost
from services.administration.scope import require_administrator, within_reach
from services.core.errors import NotFound
from services.procedures.models import Agency
from services.work import Work

LONGEST = 50  # posts shown, the newest first


@dataclass(frozen=True)
class PostLine:
    """One post: what, where, until when, and who gave and confirmed it."""

    post_id: UUID
    title: str
    unit: str
    roles: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    is_confirmed: bool
    is_lent: bool
    giver: str
    confirmer: str
    may_confirm: bool  # the one who looks is neither giver nor holder


@dataclass(frozen=True)
class OfficerView:
    """The account, its posts, and how many sessions are open."""

    account_id: UUID
    name: str
    sign_in_name: str
    phone: str
    email: str
    status: AccountStatus
    has_second_factor: bool
    created_at: datetime
    last_signed_in_at: datetime | None
    open_sessions: int
    is_me: bool
    posts: tuple[PostLine, ...]


def show_officer(work: Work, account_id: UUID) -> OfficerView:
    """Return an officer within reach; one answer for foreign and unknown."""
    viewer = require_administrator(work)
    wanted = select(Account).where(Account.id == account_id, within_reach(work))
    account = work.session.exec(wanted).one_or_none()
    if account is None:
        raise NotFound("officer")
    sessions = select(func.count()).where(
        SignInSession.account_id == account.id,
        col(SignInSession.ended_at).is_(None),
        col(SignInSession.expires_at) > work.now,
    )
    return OfficerView(
        account_id=account.id,
        name=account.full_name,
        sign_in_name=account.sign_in_name or "",
        phone=account.phone or "",
        email=account.email or "",
        status=account.status,
        has_second_factor=bool(account.totp_secret),
        created_at=account.created_at,
        last_signed_in_at=account.last_signed_in_at,
        open_sessions=work.session.exec(sessions).one(),
        is_me=account.id == viewer,
        posts=_posts(work, account.id, viewer),
    )


def _posts(work: Work, account_id: UUID, viewer: UUID) -> tuple[PostLine, ...]:
    giver, confirmer = aliased(Account), aliased(Account)
    found = work.session.exec(
        select(OfficerPost, Agency.name, giver.full_name, confirmer.full_name)
        .outerjoin(Agency, col(Agency.id) == col(OfficerPost.agency_id))
        .outerjoin(giver, col(giver.id) == col(OfficerPost.granted_by_id))
        .outerjoin(confirmer, col(confirmer.id) == col(OfficerPost.confirmed_by_id))
        .where(OfficerPost.account_id == account_id)
        .order_by(
            col(OfficerPost.ended_at).is_not(None),
            col(OfficerPost.granted_at).desc(),
            col(OfficerPost.id),
        )
        .limit(LONGEST)
    ).all()
    return tuple(
        PostLine(
            post_id=post.id,
            title=post.title,
            unit=unit or "",
            roles=tuple(post.roles),
            starts_at=post.starts_at,
            ends_at=post.ends_at,
            ended_at=post.ended_at,
            is_confirmed=post.confirmed_at is not None,
            is_lent=post.lent_by_post_id is not None,
            giver=given or "",
            confirmer=confirmed or "",
            may_confirm=post.confirmed_at is None
            and post.ended_at is None
            and viewer not in (post.granted_by_id, post.account_id),
        )
        for post, unit, given, confirmed in found
    )
