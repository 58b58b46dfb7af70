"""What the first sign-in by the national portal brought along (C07)."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import select

from services.accounts.models import Account, Party
from services.core.identifiers import mask_citizen_id, mask_email, mask_phone
from services.identities.match_identity import VERIFIED
from services.identities.models import DocumentVault
from services.work import Work

OWED_BY_CITIZEN = ("citizen_id", "birth_date", "phone", "address")
OWED_BY_ORGANISATION = ("tax_code", "representative", "phone", "address")


@dataclass(frozen=True)
class Arrival:
    """The person's own data, numbers masked; `missing` names what filing asks for."""

    name: str
    is_organisation: bool
    facts: dict[str, str | date]
    missing: tuple[str, ...]
    is_verified: bool
    has_vault: bool


def show_arrival(work: Work) -> Arrival:
    """Return what is known of the person who has just come in."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    vault = select(DocumentVault.id).where(DocumentVault.account_id == account.id)
    is_organisation = account.party is not Party.CITIZEN
    owed = OWED_BY_ORGANISATION if is_organisation else OWED_BY_CITIZEN
    return Arrival(
        account.full_name,
        is_organisation,
        {name: value for name, value in _facts(account).items() if value},
        tuple(name for name in owed if not getattr(account, name)),
        account.assurance_level >= VERIFIED,
        work.session.exec(vault).first() is not None,
    )


def _facts(account: Account) -> dict[str, str | date]:
    return {
        "full_name": account.full_name,
        "citizen_id": _hidden(account.citizen_id),
        "tax_code": account.tax_code or "",
        "representative": account.representative,
        "birth_date": account.birth_date or "",
        "phone": mask_phone(account.phone) if account.phone else "",
        "email": mask_email(account.email) if account.email else "",
        "address": account.address,
    }


def _hidden(number: str | None) -> str:
    return mask_citizen_id(number) if number else ""
