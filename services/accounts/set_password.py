"""Set the password that ends a registration, and sign in (C05)."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from services.accounts.models import Account, AccountKind, Registration
from services.accounts.names import Names, taken_names
from services.accounts.open_session import Device, OpenedSession, open_session
from services.accounts.passwords import (
    PersonalWords,
    compose,
    hash_password,
    password_problem,
)
from services.accounts.registrations import lock_registration
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.work import Work

VERIFIED_FOR = timedelta(minutes=30)


@dataclass(frozen=True)
class NewPassword:
    """What was typed; the second field is None while the first one is shown."""

    password: str = field(repr=False)
    again: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Registered:
    """An account and its first session, and the page the person came from."""

    session: OpenedSession
    go_to: str


def set_password(
    work: Work, registration_id: UUID, typed: NewPassword, device: Device
) -> Registered:
    """Create the account of a verified registration and sign in to it."""
    registration = lock_registration(work, registration_id)
    verified = registration.verified_at
    if verified is None or verified + VERIFIED_FOR < work.now:
        raise Conflict("phone is not verified")
    check_new_password(
        typed,
        PersonalWords(
            full_name=registration.full_name,
            birth_date=registration.birth_date,
            phone=registration.phone,
            citizen_id=registration.citizen_id,
            portal_name=work.province.name,
        ),
    )
    account = _create(work, registration, typed.password)
    registration.finished_at = work.now
    record(work, "account.registered", account.id, source=registration.method)
    return Registered(open_session(work, account, device), registration.return_to)


def check_new_password(
    typed: NewPassword, about: PersonalWords, shortest: int | None = None
) -> None:
    """Refuse a password that is easy to guess, or was typed in two ways."""
    limits = {} if shortest is None else {"shortest": shortest}
    if problem := password_problem(typed.password, about, **limits):
        raise RuleViolation({"password": problem})
    if typed.again is not None and compose(typed.again) != compose(typed.password):
        raise RuleViolation({"again": "password_again_differs"})


def _create(work: Work, registration: Registration, password: str) -> Account:
    names = Names(
        citizen_id=registration.citizen_id,
        phone=registration.phone,
        email=registration.email,
        tax_code=registration.tax_code,
    )
    account = Account(
        kind=AccountKind.CITIZEN,
        party=registration.party,
        full_name=registration.full_name,
        representative=registration.representative,
        birth_date=registration.birth_date,
        citizen_id=registration.citizen_id or None,
        tax_code=registration.tax_code or None,
        national_subject=registration.national_subject or None,
        phone=registration.phone,
        email=registration.email,
        password_hash=hash_password(password),
        assurance_level=registration.assurance_level,
        assurance_source=registration.method,
        field_sources=registration.field_sources | {"phone": "code"},
        sources_checked_at=registration.created_at,
        created_at=work.now,
    )
    try:
        with work.session.begin_nested():
            work.session.add(account)
    except IntegrityError:
        # Somebody finished with one of these names since the form was checked.
        raise RuleViolation(
            taken_names(work, names) or {"citizen_id": "citizen_id_taken"}
        ) from None
    return account
