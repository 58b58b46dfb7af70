"""Invented people to sign in as, in development and in demonstrations only."""

import base64
import hashlib
import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import or_, select

from services.accounts.confirm_second_factor import SEALED_FOR
from services.accounts.keys import derive_key, seal
from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.passwords import hash_password, verify_password
from services.audit.record import record
from services.core.errors import Forbidden
from services.settings import settings
from services.work import Role, Work

SOURCE, MEDIUM = "demonstration", 2


@dataclass(frozen=True)
class DemonstrationPerson:
    """One invented person and how to sign in as them."""

    kind: AccountKind
    name: str
    sign_in: str  # number of the papers, or an officer's account name
    password: str
    totp_secret: str  # for an authenticator; empty for citizens
    agency: str  # home, other, or none
    roles: tuple[Role, ...]
    birth_date: date | None = None
    phone: str | None = None
    email: str | None = None
    address: str = field(default="")


def demonstration_people(secret: bytes) -> tuple[DemonstrationPerson, ...]:
    """Return the people; what opens their accounts follows from the secret."""
    listed = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return tuple(_read(row, secret) for row in tomllib.loads(listed)["person"])


def seed_demonstration(
    work: Work, agencies: Mapping[str, UUID]
) -> tuple[DemonstrationPerson, ...]:
    """Create or renew the people, never in production. Agencies: home and other."""
    if settings().production or not work.actor.is_system:
        raise Forbidden("demonstration")
    people = demonstration_people(work.secret)
    for person in people:
        _upsert(work, person, agencies)
    record(work, "demonstration.seeded", people=len(people))
    return people


def _upsert(
    work: Work, person: DemonstrationPerson, agencies: Mapping[str, UUID]
) -> None:
    named = or_(
        Account.sign_in_name == person.sign_in, Account.citizen_id == person.sign_in
    )
    account = work.session.exec(select(Account).where(named)).one_or_none()
    if account is None:
        account = Account(full_name="", password_hash="", created_at=work.now)
    is_officer = person.kind is AccountKind.OFFICER
    account.sqlmodel_update(
        {
            "kind": person.kind,
            "status": AccountStatus.ACTIVE,
            "full_name": person.name,
            "sign_in_name": person.sign_in if is_officer else None,
            "citizen_id": None if is_officer else person.sign_in,
            "phone": person.phone,
            "email": person.email,
            "birth_date": person.birth_date,
            "address": person.address,
            "roles": [str(role) for role in person.roles],
            "agency_id": agencies[person.agency] if person.agency else None,
            "assurance_level": 0 if is_officer else MEDIUM,
            "assurance_source": SOURCE,
        }
    )
    if not account.password_hash or not _opens(account, person):
        account.password_hash = hash_password(person.password)
        sealed = seal(work.secret, SEALED_FOR, person.totp_secret, work.now)
        account.totp_secret = sealed if is_officer else ""
    work.session.add(account)
    work.session.flush()


def _opens(account: Account, person: DemonstrationPerson) -> bool:
    return verify_password(person.password, account.password_hash)[0]


def _read(row: dict[str, Any], secret: bytes) -> DemonstrationPerson:
    # Any: one table of a TOML file.
    kind, sign_in = AccountKind(row["kind"]), row["sign_in"]
    is_officer = kind is AccountKind.OFFICER
    return DemonstrationPerson(
        kind=kind,
        name=row["full_name"],
        sign_in=sign_in,
        password=_password(secret, sign_in),
        totp_secret=_totp_secret(secret, sign_in) if is_officer else "",
        agency=row.get("agency", ""),
        roles=tuple(Role(role) for role in row.get("roles", ())),
        birth_date=row.get("birth_date"),
        phone=row.get("phone"),
        email=row.get("email"),
        address=row.get("address", ""),
    )


def _password(secret: bytes, sign_in: str) -> str:
    letters = _derived(secret, f"password:{sign_in}").lower()
    return "-".join(letters[start : start + 4] for start in (0, 4, 8, 12))


def _totp_secret(secret: bytes, sign_in: str) -> str:
    return _derived(secret, f"authenticator:{sign_in}")


def _derived(secret: bytes, what: str) -> str:
    key = derive_key(secret, "demonstration")
    return base64.b32encode(
        hmac.new(key, what.encode(), hashlib.sha1).digest()
    ).decode()
