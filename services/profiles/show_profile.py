"""Show one's own profile: each field, its source and its date (C22)."""

from dataclasses import dataclass
from datetime import date, datetime

from services.accounts.models import Account, Party
from services.core.identifiers import mask_citizen_id, mask_email, mask_phone
from services.profiles.rules import (
    POPULATION,
    SELF_DECLARED,
    fields_of,
    is_vouched,
    source_of,
)
from services.work import Work

MASKS = {
    "citizen_id": mask_citizen_id,
    "old_id_number": mask_citizen_id,
    "phone": mask_phone,
    "email": mask_email,
}


@dataclass(frozen=True)
class ProfileField:
    """One row: what is known, in full and masked, and who says so."""

    name: str
    value: str  # a day is written as ISO 8601; sex is a key
    masked: str  # differs from the value where it is hidden at first
    source: str  # key of the wording
    is_verified: bool
    may_edit: bool  # here; the phone and the email have a page of their own


@dataclass(frozen=True)
class Profile:
    """All that stands on the page."""

    party: Party
    fields: tuple[ProfileField, ...]
    assurance_level: int
    assurance_source: str
    checked_at: datetime | None  # last asked of the population database
    registered_at: datetime
    needs_number: bool  # a person whose 12 digits are not known yet
    has_national: bool  # linked with an account of the national portal


def show_profile(work: Work) -> Profile:
    """Return what the portal knows of the person who is signed in."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    return Profile(
        party=account.party,
        fields=tuple(_field(account, name) for name in fields_of(account.party)),
        assurance_level=account.assurance_level,
        assurance_source=account.assurance_source,
        checked_at=account.sources_checked_at,
        registered_at=account.created_at,
        needs_number=account.party is Party.CITIZEN
        and len(account.citizen_id or "") != 12,
        has_national=account.national_subject is not None,
    )


def _field(account: Account, name: str) -> ProfileField:
    value = _text(account, name)
    verified = is_vouched(account, name)
    return ProfileField(
        name=name,
        value=value,
        masked=MASKS[name](value) if value and name in MASKS else value,
        source=source_of(account, name) if value else "",
        is_verified=verified,
        may_edit=name in SELF_DECLARED and name != "email" and not verified,
    )


def _text(account: Account, name: str) -> str:
    if name == "citizen_id" and len(account.citizen_id or "") == 9:
        return ""
    if name == "old_id_number" and len(account.citizen_id or "") == 9:
        return account.old_id_number or account.citizen_id or ""
    value = getattr(account, name)
    return value.isoformat() if isinstance(value, date) else value or ""


def is_from_population(field: ProfileField) -> bool:
    """Say whether the population database is who vouches for it."""
    return field.is_verified and field.source == POPULATION
