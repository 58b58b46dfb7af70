"""What an identity says of a person, as an account keeps it."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from services.accounts.models import Account, AccountKind, Party
from services.core.faults import Unreadable
from services.core.readers import (
    read_citizen_id,
    read_email,
    read_mobile,
    read_tax_code,
)
from services.identities.match_identity import VERIFIED, is_verified
from services.integrations.identity_provider.port import Identity
from services.work import Work

NATIONAL, POLICE = "national", "police"
TYPED = "typed"  # nobody but the person vouches for it
DECLARED = 1
OF_CITIZEN = ("full_name", "citizen_id", "old_id_number", "birth_date", "sex")
OF_ORGANISATION = ("full_name", "tax_code", "representative")
PROVED_AT_REGISTRATION = {"full_name", "citizen_id", "birth_date", "tax_code"}


def read_identity(identity: Identity) -> Identity:
    """Return the identity with numbers and contacts as the portal writes them."""
    return replace(
        identity,
        citizen_id=_read(read_citizen_id, identity.citizen_id),
        old_id_number=_read(read_citizen_id, identity.old_id_number),
        tax_code=_read(read_tax_code, identity.tax_code),
        phone=_read(read_mobile, identity.phone),
        email=_read(read_email, identity.email).casefold(),
        full_name=" ".join(identity.full_name.split()),
    )


def create_account(work: Work, identity: Identity) -> Account | None:
    """Create the account of somebody new; None when another browser just did.

    It has no password. A number that is only the person's own word names no
    account, or anybody could take a stranger's number before its owner comes.
    """
    sure = is_verified(identity)
    account = Account(
        kind=AccountKind.CITIZEN,
        party=Party(identity.party),
        national_subject=identity.subject,
        full_name=identity.full_name,
        password_hash="",
        assurance_level=VERIFIED if sure else DECLARED,
        assurance_source=POLICE if identity.is_from_police else NATIONAL,
        created_at=work.now,
    )
    take_facts(work, account, identity)
    try:
        with work.session.begin_nested():
            work.session.add(account)
    except IntegrityError:
        return None
    return account


def take_facts(work: Work, account: Account, identity: Identity) -> None:
    """Fill what is empty or self-declared; what was verified before stays as it is."""
    sure = is_verified(identity)
    sources = dict(account.field_sources)
    for field, value in _told(identity).items():
        kept = getattr(account, field)
        is_ours = not kept or kept == value or (sure and _is_declared(account, field))
        if not value or not is_ours:
            continue
        setattr(account, field, value)
        if sure or field not in sources:
            sources[field] = NATIONAL if sure else TYPED
    for field in ("phone", "email"):
        value = getattr(identity, field)
        if value and not getattr(account, field) and _is_free(work, field, value):
            setattr(account, field, value)
            sources[field] = NATIONAL
    account.field_sources = sources
    if sure:
        account.sources_checked_at = work.now
        if account.assurance_level < VERIFIED:
            account.assurance_level = VERIFIED
            account.assurance_source = POLICE if identity.is_from_police else NATIONAL


def _told(identity: Identity) -> dict[str, object]:
    is_citizen = identity.party == Party.CITIZEN
    fields = OF_CITIZEN if is_citizen else OF_ORGANISATION
    told = {field: getattr(identity, field) for field in (*fields, "address")}
    if not is_verified(identity):
        told.pop("citizen_id", None)
        told.pop("tax_code", None)
    return told


def _is_declared(account: Account, field: str) -> bool:
    if source := account.field_sources.get(field, ""):
        return source == TYPED
    is_proved = account.assurance_level >= VERIFIED
    return not (is_proved and field in PROVED_AT_REGISTRATION)


def _is_free(work: Work, field: str, value: str) -> bool:
    # What somebody holds stays theirs; the rest of the session is not written yet.
    with work.session.no_autoflush:
        held = select(Account.id).where(getattr(Account, field) == value)
        return work.session.exec(held).first() is None


def _read(reader: Callable[[str], str], text: str) -> str:
    try:
        return reader(text) if text else ""
    except Unreadable:
        return ""
