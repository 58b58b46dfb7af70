"""What an officer's page of security shows."""

from dataclasses import dataclass
from datetime import datetime

from services.accounts.models import Account
from services.accounts.recovery_codes import recovery_codes_left
from services.work import Work


@dataclass(frozen=True)
class Security:
    """How the officer signs in."""

    sign_in_name: str
    full_name: str
    recovery_codes_left: int
    proved_at: datetime | None
    is_linked: bool  # to an account of the national portal


def my_security(work: Work) -> Security:
    """Return it for the officer who is signed in."""
    account = work.session.get_one(Account, work.actor.require_officer())
    return Security(
        sign_in_name=account.sign_in_name or "",
        full_name=account.full_name,
        recovery_codes_left=recovery_codes_left(work, account.id),
        proved_at=work.actor.proved_at,
        is_linked=account.officer_subject is not None,
    )
