"""Whom one may act for, who may act for one, and what waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from services.accounts.models import Account, Party
from services.core.clock import local_day
from services.delegations.acting import Acting, acting_for
from services.delegations.models import Delegation, DelegationKind
from services.delegations.queries import (
    among,
    in_force,
    keys_of,
    managed_by,
    own_account,
)
from services.work import Work

MOST = 200  # lines of one list; nobody reads more


class DelegationState(StrEnum):
    """Where a delegation stands."""

    WAITING = "waiting"  # for the answer of who would act
    COMING = "coming"  # accepted, not begun
    STANDS = "stands"
    EXPIRED = "expired"
    DECLINED = "declined"
    REVOKED = "revoked"


@dataclass(frozen=True)
class DelegationLine:
    """One delegation, as either side reads it."""

    id: UUID
    kind: DelegationKind
    relation: str
    principal_name: str
    delegate_name: str
    delegate_number: str  # masked; as the principal gave it
    starts_on: date
    ends_on: date
    state: DelegationState
    is_manager: bool
    may_revoke: bool


@dataclass(frozen=True)
class Organisation:
    """One the person may grant delegations for."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Delegations:
    """Everything about acting for others that concerns one person."""

    held: tuple[DelegationLine, ...]  # I act for them
    given: tuple[DelegationLine, ...]  # they act for me, or for my organisations
    invitations: tuple[DelegationLine, ...]
    organisations: tuple[Organisation, ...]  # managed by me
    is_organisation: bool  # the account itself is one


def list_delegations(work: Work) -> Delegations:
    """Return the actor's delegations of every kind and state, the newest first."""
    own = own_account(work)
    managed = _organisations(work, own.id)
    ids = [own.id, *(organisation.id for organisation in managed)]
    held = _read(work, col(Delegation.delegate_id) == own.id)
    given = _read(work, col(Delegation.principal_id).in_(ids))
    waiting = _read(
        work,
        col(Delegation.delegate_id).is_(None),
        col(Delegation.delegate_key).in_(keys_of(work.secret, own)),
        col(Delegation.declined_at).is_(None),
        col(Delegation.revoked_at).is_(None),
        col(Delegation.ends_on) >= local_day(work.now),
    )
    return Delegations(
        held=tuple(_line(work, row, own.id) for row in held),
        given=tuple(_line(work, row, own.id) for row in given),
        invitations=tuple(_line(work, row, own.id) for row in waiting),
        organisations=managed,
        is_organisation=own.party is not Party.CITIZEN,
    )


def people_i_act_for(work: Work) -> tuple[Acting, ...]:
    """Return whom the actor may file for now, by name (R41)."""
    principal = aliased(Account)
    found = work.session.exec(
        select(Delegation, principal)
        .outerjoin(principal, col(principal.id) == col(Delegation.principal_id))
        .where(
            Delegation.delegate_id == work.actor.require_citizen(), in_force(work.now)
        )
        .order_by(col(Delegation.kind), col(Delegation.created_at))
        .limit(MOST)
    ).all()
    return tuple(acting_for(delegation, account) for delegation, account in found)


def _organisations(work: Work, account_id: UUID) -> tuple[Organisation, ...]:
    managed = among(Account.id, managed_by(account_id, work.now))
    found = work.session.exec(
        select(Account.id, Account.full_name)
        .where(managed)
        .order_by(col(Account.full_name))
    ).all()
    return tuple(Organisation(*row) for row in found)


def _read(work: Work, *conditions: object) -> Sequence[tuple[Delegation, Account]]:
    principal = aliased(Account)
    return work.session.exec(
        select(Delegation, principal)
        .outerjoin(principal, col(principal.id) == col(Delegation.principal_id))
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(col(Delegation.created_at).desc(), col(Delegation.id))
        .limit(MOST)
    ).all()


def _line(
    work: Work, row: tuple[Delegation, Account | None], own_id: UUID
) -> DelegationLine:
    delegation, principal = row
    state = state_of(delegation, local_day(work.now))
    is_side = own_id in (delegation.delegate_id, delegation.principal_id)
    is_open = state in (
        DelegationState.WAITING,
        DelegationState.COMING,
        DelegationState.STANDS,
    )
    return DelegationLine(
        id=delegation.id,
        kind=delegation.kind,
        relation=delegation.relation,
        principal_name=principal.full_name if principal else delegation.child_name,
        delegate_name=delegation.delegate_name,
        delegate_number=delegation.delegate_number,
        starts_on=delegation.starts_on,
        ends_on=delegation.ends_on,
        state=state,
        is_manager=delegation.is_manager,
        may_revoke=is_open and (is_side or not delegation.is_manager),
    )


def state_of(delegation: Delegation, today: date) -> DelegationState:
    """Return where the delegation stands today."""
    if delegation.revoked_at is not None:
        return DelegationState.REVOKED
    if delegation.declined_at is not None:
        return DelegationState.DECLINED
    if delegation.ends_on < today:
        return DelegationState.EXPIRED
    if delegation.accepted_at is None:
        return DelegationState.WAITING
    is_coming = delegation.starts_on > today
    return DelegationState.COMING if is_coming else DelegationState.STANDS
