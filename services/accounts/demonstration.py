"""Invented people to sign in as, in development and in demonstrations only."""

import base64
import hashlib
import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, or_, select

from services.accounts.authenticator import SEALED_FOR
from services.accounts.keys import seal
from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.accounts.passwords import hash_password, verify_password
from services.audit.record import record
from services.core.errors import Forbidden
from services.core.keys import derive_key
from services.settings import settings
from services.work import Role, Work

SOURCE, MEDIUM = "demonstration", 2
LENT_FOR = timedelta(days=30)


@dataclass(frozen=True)
class DemonstrationPost:
    """One post of an invented officer; a lent one names whose it is."""

    agency: str  # home, other, or none
    roles: tuple[Role, ...]
    title: str = ""
    lent_by: str = ""  # account name of the lender, listed before


@dataclass(frozen=True)
class DemonstrationPerson:
    """One invented person and how to sign in as them."""

    kind: AccountKind
    name: str
    sign_in: str  # number of the papers, or an officer's account name
    password: str
    totp_secret: str  # for an authenticator; empty for citizens
    posts: tuple[DemonstrationPost, ...] = ()
    birth_date: date | None = None
    phone: str | None = None
    email: str | None = None
    address: str = field(default="")

    @property
    def agency(self) -> str:
        """Return where the first post is."""
        return self.posts[0].agency if self.posts else ""

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles of the first post."""
        return self.posts[0].roles if self.posts else ()


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
            "activated_at": work.now,
            "full_name": person.name,
            "sign_in_name": person.sign_in if is_officer else None,
            "citizen_id": None if is_officer else person.sign_in,
            "phone": person.phone,
            "email": person.email,
            "birth_date": person.birth_date,
            "address": person.address,
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
    for post in person.posts:
        _post(work, account, post, agencies)


def _post(
    work: Work,
    account: Account,
    shown: DemonstrationPost,
    agencies: Mapping[str, UUID],
) -> None:
    """Create or renew one post; a person has one of their own in each unit."""
    agency_id = agencies[shown.agency] if shown.agency else None
    lender_id = _post_of(work, shown.lent_by) if shown.lent_by else None
    held = select(OfficerPost).where(
        OfficerPost.account_id == account.id,
        col(OfficerPost.agency_id).is_not_distinct_from(agency_id),
        col(OfficerPost.granted_by_id).is_(None),
        col(OfficerPost.lent_by_post_id).is_not_distinct_from(lender_id),
    )
    post = work.session.exec(held).first() or OfficerPost(
        account_id=account.id,
        agency_id=agency_id,
        lent_by_post_id=lender_id,
        starts_at=work.now,
        granted_at=work.now,
        confirmed_at=work.now,
    )
    post.roles, post.title = [str(role) for role in shown.roles], shown.title
    if lender_id:
        post.ends_at = work.now + LENT_FOR
    work.session.add(post)
    work.session.flush()


def _post_of(work: Work, sign_in: str) -> UUID:
    """Return the lender's own post."""
    found = (
        select(OfficerPost.id)
        .join(Account, col(Account.id) == col(OfficerPost.account_id))
        .where(
            Account.sign_in_name == sign_in,
            col(OfficerPost.lent_by_post_id).is_(None),
        )
        .order_by(col(OfficerPost.granted_at), col(OfficerPost.id))
    )
    return work.session.exec(found.limit(1)).one()


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
        posts=tuple(_read_post(post) for post in row.get("posts", ())),
        birth_date=row.get("birth_date"),
        phone=row.get("phone"),
        email=row.get("email"),
        address=row.get("address", ""),
    )


def _read_post(row: dict[str, Any]) -> DemonstrationPost:
    # Any: as above.
    return DemonstrationPost(
        agency=row.get("agency", ""),
        roles=tuple(Role(role) for role in row["roles"]),
        title=row.get("title", ""),
        lent_by=row.get("lent_by", ""),
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
