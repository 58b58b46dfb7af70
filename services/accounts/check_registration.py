"""First step of a registration: read the form and tell what must be corrected."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

from services.accounts.names import Names, taken_names
from services.accounts.prove_human import HumanProof, prove_human
from services.accounts.registration_methods import RegistrationMethod
from services.accounts.registrations import require_browser
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import (
    read_birth_date,
    read_citizen_id,
    read_email,
    read_insurance_number,
    read_mobile,
    read_name,
    read_slip_code,
)
from services.work import Work

T = TypeVar("T")


def read_post_account(text: str) -> str:
    """Read the name of an account at the post: a phone or an email."""
    return read_email(text).casefold() if "@" in text else read_mobile(text)


# What a way asks beside the person: its field, and how it is read.
OWN_FIELDS: dict[RegistrationMethod, dict[str, Callable[[str], str]]] = {
    RegistrationMethod.INSURANCE: {"insurance_number": read_insurance_number},
    RegistrationMethod.POST: {
        "post_account": read_post_account,
        "slip_code": read_slip_code,
    },
}


@dataclass(frozen=True)
class RegistrationForm:
    """The form as it was typed (C03); the last three by their method alone."""

    citizen_id: str
    full_name: str
    birth_date: str
    phone: str
    email: str = ""
    return_to: str = ""
    method: RegistrationMethod = RegistrationMethod.PHONE
    insurance_number: str = ""
    post_account: str = ""
    slip_code: str = ""


@dataclass(frozen=True)
class Registrant:
    """Who wants an account, read from the form."""

    citizen_id: str
    full_name: str
    birth_date: date
    phone: str
    email: str | None
    return_to: str
    method: RegistrationMethod = RegistrationMethod.PHONE
    insurance_number: str = ""
    post_account: str = ""
    slip_code: str = ""


@dataclass(frozen=True)
class RegistrationCheck:
    """The person as read, or the problems; one of the two is empty."""

    registrant: Registrant | None
    problems: dict[str, str] = field(default_factory=dict)


def check_registration(
    work: Work, form: RegistrationForm, proof: HumanProof
) -> RegistrationCheck:
    """Read the form, spend the proof, and see that nobody has these names yet.

    A form that cannot be read leaves the proof unspent. Whether a number is
    taken is told only for a spent proof, so that nobody can ask in bulk; this
    is returned and not raised, since raising would give the proof back.
    """
    require_browser(work)
    registrant = read_registrant(form, local_day(work.now))
    if not prove_human(work, proof):
        return RegistrationCheck(None, {"picture": "picture_wrong"})
    taken = taken_names(
        work, Names(registrant.citizen_id, registrant.phone, registrant.email)
    )
    return RegistrationCheck(None if taken else registrant, taken)


def read_registrant(form: RegistrationForm, today: date) -> Registrant:
    """Read every field and name all that cannot be read at once (R8, R9)."""
    problems: dict[str, str] = {}

    def read(name: str, reader: Callable[[], T], otherwise: T) -> T:
        try:
            return reader()
        except Unreadable as fault:
            problems[name] = fault.key.value
            return otherwise

    email = form.email.strip()
    registrant = Registrant(
        citizen_id=read(
            "citizen_id", lambda: str(read_citizen_id(form.citizen_id)), ""
        ),
        full_name=read("full_name", lambda: read_name(form.full_name), ""),
        birth_date=read(
            "birth_date", lambda: read_birth_date(form.birth_date, today), today
        ),
        phone=read("phone", lambda: read_mobile(form.phone), ""),
        email=read("email", lambda: read_email(email).casefold(), "")
        if email
        else None,
        return_to=form.return_to,
        method=form.method,
        **{
            name: read(name, partial(reader, getattr(form, name)), "")
            for name, reader in OWN_FIELDS.get(form.method, {}).items()
        },
    )
    if problems:
        raise RuleViolation(problems)
    return registrant
