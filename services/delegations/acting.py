"""For whom somebody acts and by which right, as pages and dossiers name it (R41)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.accounts.models import Account
from services.delegations.models import Delegation, DelegationKind


@dataclass(frozen=True)
class Acting:
    """The owner of a dossier (chủ hồ sơ) and the right of who files it."""

    delegation_id: UUID
    kind: DelegationKind
    relation: str  # to a child: father, mother, guardian
    source: str  # who vouches: population, principal
    name: str
    birth_date: date | None
    number: str  # personal number or tax code
    address: str
    starts_on: date
    ends_on: date


def acting_for(delegation: Delegation, principal: Account | None) -> Acting:
    """Return whom the delegation lets act for, from the child's facts or an account."""
    return Acting(
        delegation_id=delegation.id,
        kind=delegation.kind,
        relation=delegation.relation,
        source=delegation.source,
        name=principal.full_name if principal else delegation.child_name,
        birth_date=principal.birth_date if principal else delegation.child_birth_date,
        number=_number(principal) if principal else delegation.child_citizen_id,
        address=principal.address if principal else "",
        starts_on=delegation.starts_on,
        ends_on=delegation.ends_on,
    )


def _number(account: Account) -> str:
    return account.tax_code or account.citizen_id or ""
