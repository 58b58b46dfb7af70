"""What screens show of posts and of who may borrow one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.work import Role


@dataclass(frozen=True)
class PostView:
    """One post in force, as its holder chooses it."""

    post_id: UUID
    title: str
    unit: str  # empty for a post over all units
    roles: tuple[Role, ...]
    lent_by: str  # whose post it is, when it is lent
    ends_at: datetime | None
    is_chosen: bool


@dataclass(frozen=True)
class LoanView:
    """One lent post, for either side."""

    post_id: UUID
    title: str
    unit: str
    roles: tuple[Role, ...]
    lender: str
    borrower: str
    starts_at: datetime
    ends_at: datetime
    is_mine_to_lend: bool  # else it was lent to me
    has_begun: bool


@dataclass(frozen=True)
class Colleague:
    """An officer of the same unit who may borrow a post."""

    account_id: UUID
    name: str
    title: str


def roles_of(names: list[str]) -> tuple[Role, ...]:
    """Return the roles the portal knows, in the order of the work."""
    return tuple(role for role in Role if role in names)
