"""Delegations, as the use cases leave them."""

from datetime import date
from typing import Any

from sqlmodel import Session

from services.accounts.models import Account
from services.delegations.models import Delegation, DelegationKind
from services.dossiers.models import Dossier
from tests.conftest import NOON

FIRST_DAY, LAST_DAY = date(2026, 11, 1), date(2027, 10, 31)  # around NOON


def make_delegation(
    session: Session, delegate: Account, principal: Account | None, **values: Any
) -> Delegation:
    """Return a delegation in force at NOON; without a principal, a child's."""
    child = {
        "child_name": "Trần Gia Hân",
        "child_birth_date": date(2018, 9, 2),
        "child_citizen_id": "999318000004",
        "relation": "mother",
        "source": "population",
    }
    given: dict[str, Any] = {
        "delegate_id": delegate.id,
        "delegate_name": delegate.full_name,
        "kind": DelegationKind.RELATIVE if principal else DelegationKind.CHILD,
        "principal_id": principal.id if principal else None,
        "source": "principal",
        "starts_on": FIRST_DAY,
        "ends_on": LAST_DAY,
        "created_at": NOON,
        "created_by_id": principal.id if principal else delegate.id,
        "accepted_at": NOON,
    }
    delegation = Delegation(**given | ({} if principal else child) | values)
    session.add(delegation)
    session.flush()
    return delegation


def filed_under(delegation: Delegation) -> dict[str, Any]:
    """Return the columns of a dossier filed by that right."""
    return {
        "delegation_id": delegation.id,
        "principal_id": delegation.principal_id,
    }


def rest_on(session: Session, dossier: Dossier, delegation: Delegation) -> None:
    """Let a dossier of a test rest on this delegation."""
    dossier.delegation_id = delegation.id
    dossier.principal_id = delegation.principal_id
    session.add(dossier)
    session.flush()
