"""The officers an administrator looks after, searched and filtered (A01)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, or_, select

from services.accounts.models import Account, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.administration.scope import require_administrator, within_reach
from services.core.text import fold, searched
from services.procedures.models import Agency
from services.work import Work

PAGE = 20
LAST_PAGE = 10_000
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class OfficerFilter:
    """What to list; an empty one lists every officer within reach."""

    text: str = ""
    status: AccountStatus | None = None
    agency_id: UUID | None = None
    is_waiting: bool = False  # has a post that a second administrator must confirm


@dataclass(frozen=True)
class OfficerRow:
    """One line of the list."""

    account_id: UUID
    name: str
    sign_in_name: str
    status: AccountStatus
    units: tuple[str, ...]  # an empty name is the whole province
    roles: tuple[str, ...]
    waiting: int  # posts to be confirmed
    last_signed_in_at: datetime | None


@dataclass(frozen=True)
class OfficerPage:
    """A page of the list."""

    rows: tuple[OfficerRow, ...]
    total: int
    page: int


def list_officers(work: Work, wanted: OfficerFilter, page: int = 1) -> OfficerPage:
    """Return officers by name, in two statements."""
    require_administrator(work)
    number = min(max(page, 1), LAST_PAGE)
    found = work.session.exec(
        select(Account, func.count().over())
        .where(within_reach(work), *_conditions(wanted))
        .order_by(col(Account.full_name), col(Account.id))
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    ).all()
    posts = _posts(work, [account.id for account, _ in found])
    rows = tuple(_row(account, posts.get(account.id, [])) for account, _ in found)
    return OfficerPage(rows, found[0][1] if found else 0, number)


def _conditions(wanted: OfficerFilter) -> list[Any]:  # Any: SQL conditions
    conditions: list[Any] = []
    typed = searched(wanted.text, LONGEST_SEARCH)
    if typed:
        name = func.lower(func.unaccent(col(Account.full_name)))
        conditions.append(
            or_(
                name.contains(fold(typed), autoescape=True),
                col(Account.sign_in_name).contains(typed.lower(), autoescape=True),
            )
        )
    if wanted.status:
        conditions.append(col(Account.status) == wanted.status)
    if wanted.agency_id:
        conditions.append(_has_post(col(OfficerPost.agency_id) == wanted.agency_id))
    if wanted.is_waiting:
        conditions.append(_has_post(col(OfficerPost.confirmed_at).is_(None)))
    return conditions


def _has_post(condition: Any) -> Any:  # Any: SQL conditions
    return col(Account.id).in_(
        select(OfficerPost.account_id).where(
            condition, col(OfficerPost.ended_at).is_(None)
        )
    )


def _posts(
    work: Work, accounts: list[UUID]
) -> dict[UUID, list[tuple[OfficerPost, str]]]:
    found = work.session.exec(
        select(OfficerPost, Agency.name)
        .outerjoin(Agency, col(Agency.id) == col(OfficerPost.agency_id))
        .where(
            col(OfficerPost.account_id).in_(accounts),
            col(OfficerPost.ended_at).is_(None),
            or_(
                col(OfficerPost.ends_at).is_(None), col(OfficerPost.ends_at) > work.now
            ),
        )
        .order_by(col(OfficerPost.granted_at), col(OfficerPost.id))
    ).all()
    by_account: dict[UUID, list[tuple[OfficerPost, str]]] = {}
    for post, unit in found:
        by_account.setdefault(post.account_id, []).append((post, unit or ""))
    return by_account


def _row(account: Account, posts: list[tuple[OfficerPost, str]]) -> OfficerRow:
    held = [(post, unit) for post, unit in posts if post.confirmed_at is not None]
    return OfficerRow(
        account_id=account.id,
        name=account.full_name,
        sign_in_name=account.sign_in_name or "",
        status=account.status,
        units=tuple(dict.fromkeys(unit for _, unit in held)),
        roles=tuple(dict.fromkeys(role for post, _ in held for role in post.roles)),
        waiting=len(posts) - len(held),
        last_signed_in_at=account.last_signed_in_at,
    )
