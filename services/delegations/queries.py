"""Which delegations hold, and whose: read on every act, so a revocation is felt."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, or_, select

from services.accounts.keys import keyed_hash
from services.accounts.models import Account, AccountKind, AccountStatus, Party
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.text import name_key
from services.delegations.faults import DelegationEnded
from services.delegations.models import Delegation, DelegationKind
from services.delegations.rules import VERIFIED_LEVEL
from services.work import Work

PURPOSE = "delegation to a person"
Standing = Any  # the table of delegations, or an alias of it


def in_force(now: datetime, row: Standing = Delegation) -> ColumnElement[bool]:
    """Return the condition: accepted, begun, not over, not revoked (AZ-10).

    A closed or locked account grants nothing any more.
    """
    today, principal = local_day(now), aliased(Account)
    is_active = (
        select(principal.id)
        .where(
            col(principal.id) == col(row.principal_id),
            col(principal.status) == AccountStatus.ACTIVE,
        )
        .exists()
    )
    return and_(
        col(row.accepted_at).is_not(None),
        col(row.declined_at).is_(None),
        col(row.revoked_at).is_(None),
        col(row.starts_on) <= today,
        col(row.ends_on) >= today,
        or_(col(row.principal_id).is_(None), is_active),
    )


def among(column: Any, rows: Any) -> ColumnElement[bool]:
    """Return “is one of these”, asked once a statement so that an index serves it."""
    # Any: a column and a select of one column.
    return column == any_(func.array(rows.scalar_subquery()))  # type: ignore[no-any-return]


def usable_by(account_id: UUID, now: datetime) -> Any:
    """Select the delegations this person's dossiers may rest on now.

    A new delegation for the same person revives what was filed under an old one.
    """
    # Any: a select, whose type would name its columns.
    old, standing = aliased(Delegation), aliased(Delegation)
    same_child = and_(
        col(standing.kind) == DelegationKind.CHILD,
        col(old.kind) == DelegationKind.CHILD,
        col(standing.child_citizen_id) == col(old.child_citizen_id),
    )
    same_principal = col(standing.principal_id) == col(old.principal_id)
    return (
        select(old.id)
        .join(standing, or_(same_principal, same_child))
        .where(
            col(old.delegate_id) == account_id,
            col(standing.delegate_id) == account_id,
            in_force(now, standing),
        )
    )


def managed_by(account_id: UUID, now: datetime) -> Any:
    """Select the organisations this person manages now."""
    # Any: a select, whose type would name its columns.
    return select(Delegation.principal_id).where(
        Delegation.delegate_id == account_id,
        Delegation.kind == DelegationKind.ORGANISATION,
        col(Delegation.is_manager),
        in_force(now),
    )


def require_delegation(work: Work, delegation_id: UUID) -> Delegation:
    """Return a delegation the actor may act under, held until the commit.

    A revocation waits for an act that was here first, and an act that comes
    after a revocation is refused: the lock decides (F-22).
    """
    held = work.session.exec(
        select(Delegation)
        .where(
            Delegation.id == delegation_id,
            Delegation.delegate_id == work.actor.require_citizen(),
        )
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    ).first()
    if held is None or not _holds(work, held.id):
        raise DelegationEnded("delegation")
    return held


def _holds(work: Work, delegation_id: UUID) -> bool:
    # A statement of its own: it sees what was committed while the lock was awaited.
    query = select(Delegation.id).where(
        Delegation.id == delegation_id, in_force(work.now)
    )
    return work.session.exec(query).first() is not None


def delegate_key(secret: bytes, number: str, name: str) -> str:
    """Return what a delegation is addressed to: this number of a person so named."""
    return keyed_hash(secret, PURPOSE, f"{number}|{name_key(name)}")


def keys_of(secret: bytes, account: Account) -> list[str]:
    """Return the addresses at which delegations reach this person.

    A personal number counts once a register has confirmed it.
    """
    if account.party is not Party.CITIZEN:
        return []
    numbers = [account.phone]
    if account.assurance_level >= VERIFIED_LEVEL:
        numbers.append(account.citizen_id)
    return [delegate_key(secret, n, account.full_name) for n in numbers if n]


def addressee(session: Session, number: str, name: str) -> Account | None:
    """Return the account a delegation is addressed to, if there is one."""
    query = select(Account).where(
        or_(col(Account.citizen_id) == number, col(Account.phone) == number),
        Account.kind == AccountKind.CITIZEN,
        Account.party == Party.CITIZEN,
        Account.status == AccountStatus.ACTIVE,
    )
    named = [a for a in session.exec(query) if name_key(a.full_name) == name_key(name)]
    return named[0] if named else None


def own_account(work: Work, lock: bool = False) -> Account:
    """Return the actor's account; locked, so that one person's grants queue up."""
    query = select(Account).where(Account.id == work.actor.require_citizen())
    if lock:
        query = query.with_for_update(key_share=True)
    account = work.session.exec(query).first()
    if account is None:
        raise Forbidden("account")
    return account
