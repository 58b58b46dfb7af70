"""Proved identities whose account the person has yet to choose."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.keys import seal, unseal
from services.accounts.models import Account
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.core.identifiers import mask_citizen_id, mask_name, mask_phone
from services.identities.models import IdentityClaim
from services.identities.providers import Provider
from services.integrations.identity_provider.port import Identity
from services.work import Work

LIFE = timedelta(minutes=15)
SEALED_FOR = "identity-claim"


@dataclass(frozen=True)
class Candidate:
    """An account that may be this person's, masked."""

    name: str
    number: str
    phone: str
    since: datetime
    has_password: bool  # without one only the counter can help


@dataclass(frozen=True)
class ClaimView:
    """What the page shows: whom the provider named, and the accounts found."""

    name: str
    candidates: tuple[Candidate, ...]
    return_to: str


def keep_claim(
    work: Work, identity: Identity, candidates: Iterable[Account], return_to: str
) -> None:
    """Keep a proved identity, sealed, until its owner has chosen."""
    person = asdict(identity)
    person["birth_date"] = identity.birth_date and identity.birth_date.isoformat()
    claim = IdentityClaim(
        browser=require_browser(work),
        provider=Provider.NATIONAL,
        subject=identity.subject,
        person=seal(work.secret, SEALED_FOR, json.dumps(person), work.now),
        account_ids=[str(account.id) for account in candidates],
        return_to=return_to,
        expires_at=work.now + LIFE,
    )
    work.session.add(claim)
    work.session.flush()
    record(work, "identity.claimed", claim.id, accounts=len(claim.account_ids))


def my_claim(work: Work) -> ClaimView | None:
    """Return the choice this browser has to make, if there is one."""
    claim = open_claim(work)
    if claim is None:
        return None
    identity = identity_of(work, claim)
    return ClaimView(
        mask_name(identity.full_name),
        tuple(_masked(account) for account in accounts_of(work, claim)),
        claim.return_to,
    )


def open_claim(work: Work, is_locked: bool = False) -> IdentityClaim | None:
    """Return this browser's latest claim that is still open."""
    mine = (
        select(IdentityClaim)
        .where(
            IdentityClaim.browser == require_browser(work),
            col(IdentityClaim.used_at).is_(None),
            col(IdentityClaim.expires_at) > work.now,
        )
        .order_by(col(IdentityClaim.expires_at).desc())
        .limit(1)
    )
    return work.session.exec(mine.with_for_update() if is_locked else mine).first()


def identity_of(work: Work, claim: IdentityClaim) -> Identity:
    """Return the person of the claim."""
    told = json.loads(unseal(work.secret, SEALED_FOR, claim.person))
    born = told.pop("birth_date")
    return Identity(**told, birth_date=date.fromisoformat(born) if born else None)


def accounts_of(work: Work, claim: IdentityClaim) -> list[Account]:
    """Return the candidates, in the order they were shown."""
    found = (work.session.get(Account, UUID(given)) for given in claim.account_ids)
    return [account for account in found if account is not None]


def _masked(account: Account) -> Candidate:
    number = account.citizen_id or account.tax_code or ""
    return Candidate(
        mask_name(account.full_name),
        mask_citizen_id(number) if number else "",
        mask_phone(account.phone) if account.phone else "",
        account.created_at,
        bool(account.password_hash and sign_in_name(account)),
    )


def sign_in_name(account: Account) -> str:
    """Return a name the account's password is checked under."""
    names = account.citizen_id, account.tax_code, account.phone, account.email
    return next((name for name in names if name), "")
