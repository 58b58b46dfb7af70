"""What a profile is made of, and who vouches for each part (C22, R14)."""

from collections.abc import Mapping

from services.accounts.models import Account, Party
from services.dossiers.models import DossierStatus
from services.dossiers.rules import ENDED

VERIFIED_LEVEL = 2  # of assurance: a trusted source has compared the person
TYPED = "typed"
POPULATION = "population"
SELF_DECLARED = ("old_id_number", "sex", "email", "address")
# What a way of registering compares; the rest of an older account was typed.
COMPARED = frozenset({"full_name", "birth_date", "citizen_id", "phone", "tax_code"})
ORGANISATION_FIELDS = ("tax_code", "full_name", "representative")
PERSON_FIELDS = (
    "full_name",
    "old_id_number",
    "citizen_id",
    "sex",
    "birth_date",
)
CONTACT_FIELDS = ("phone", "email", "address")
# Running: handed in, and something is still to come from it.
RUNNING = frozenset(DossierStatus) - ENDED - {DossierStatus.DRAFT}
# What only its owner can fetch keeps an account open as well.
UNFINISHED = RUNNING | {DossierStatus.RESULT_READY}


def fields_of(party: Party) -> tuple[str, ...]:
    """Return the fields of a person's profile, or of an organisation's."""
    is_person = party is Party.CITIZEN
    return (PERSON_FIELDS if is_person else ORGANISATION_FIELDS) + CONTACT_FIELDS


def source_of(account: Account, field: str) -> str:
    """Return who vouches for a field; nobody but the person, unless it is said."""
    if named := account.field_sources.get(field):
        return named
    is_verified = account.assurance_level >= VERIFIED_LEVEL and field in COMPARED
    return (account.assurance_source or TYPED) if is_verified else TYPED


def is_vouched(account: Account, field: str) -> bool:
    """Say whether somebody else than the person vouches for what stands there."""
    return source_of(account, field) != TYPED and bool(getattr(account, field))


def with_sources(account: Account, said: Mapping[str, str]) -> dict[str, str]:
    """Return the sources with these put in their place, as a value of its own."""
    return dict(account.field_sources) | dict(said)
