"""Register with a proved certificate (USB, SIM, SmartCA): facts, phone, first code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.accounts.models import Party, Registration
from services.accounts.names import Names, taken_names
from services.accounts.registration_methods import BY_METHOD, RegistrationMethod
from services.accounts.registrations import require_browser
from services.accounts.return_to import local_path
from services.accounts.send_code import CodeSent, send_code
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import (
    read_birth_date,
    read_email,
    read_mobile,
    read_name,
)
from services.identities.keep_certificate import certificate_account
from services.identities.models import CertificateWay
from services.identities.proved_certificate import proved_certificate
from services.identities.views import CertificateHolder, ProvedCertificate
from services.work import Work

METHODS = {
    CertificateWay.USB: RegistrationMethod.USB,
    CertificateWay.SIM: RegistrationMethod.SIM,
    CertificateWay.SMART_CA: RegistrationMethod.SMART_CA,
}


@dataclass(frozen=True)
class CertificateForm:
    """What a certificate does not say, as it was typed."""

    party: Party
    phone: str
    email: str = ""
    birth_date: str = ""  # of a citizen
    representative: str = ""  # of an organisation whose certificate names nobody
    return_to: str = ""


def open_certificate_registration(
    work: Work, challenge_id: UUID, form: CertificateForm
) -> CodeSent:
    """Keep the registration of whoever signed in this browser, and send a code.

    Name and number are the certificate's and cannot be typed. The proof is
    spent when the password is set, so that a person may go back and correct.
    """
    browser = require_browser(work)
    proved = proved_certificate(work, challenge_id)
    if proved is None:
        raise RuleViolation({"certificate": "certificate_missing"})
    registration = _read(work, proved, form)
    if certificate_account(work, proved) is not None:
        raise RuleViolation({"certificate": "certificate_taken"})
    names = Names(
        registration.citizen_id,
        registration.phone,
        registration.email,
        registration.tax_code,
    )
    if taken := taken_names(work, names):
        raise RuleViolation(taken)
    registration.browser = browser
    work.session.add(registration)
    work.session.flush()
    record(work, "registration.opened", registration.id)
    return send_code(work, registration)


def _read(work: Work, proved: ProvedCertificate, form: CertificateForm) -> Registration:
    holder, problems = proved.holder, dict[str, str]()
    method = METHODS[proved.way]
    if not _belongs(holder, form.party) or (
        form.party not in BY_METHOD[method].parties
    ):
        raise RuleViolation({"certificate": "certificate_other_group"})

    def read(name: str, reader: Callable[[str], str], typed: str) -> str:
        try:
            return reader(typed)
        except Unreadable as fault:
            problems[name] = fault.key.value
            return ""

    is_citizen = form.party is Party.CITIZEN
    email = form.email.strip()
    registration = Registration(
        browser="",
        method=method,
        party=form.party,
        full_name=holder.name if is_citizen else holder.organisation or holder.name,
        citizen_id=holder.citizen_id if is_citizen else "",
        tax_code="" if is_citizen else holder.tax_code,
        representative="" if is_citizen else _representative(holder, form, read),
        birth_date=_birth_date(form, work, problems) if is_citizen else None,
        phone=read("phone", read_mobile, form.phone),
        email=read("email", read_email, email).casefold() if email else None,
        assurance_level=BY_METHOD[method].level,
        field_sources=dict.fromkeys(
            ("full_name", "citizen_id" if is_citizen else "tax_code"), "certificate"
        ),
        certificate_challenge_id=proved.challenge_id,
        return_to=local_path(form.return_to),
        created_at=work.now,
    )
    if problems:
        raise RuleViolation(problems)
    return registration


def _belongs(holder: CertificateHolder, party: Party) -> bool:
    if party is Party.CITIZEN:
        return bool(holder.citizen_id and not holder.tax_code)
    return bool(holder.tax_code)


def _representative(
    holder: CertificateHolder,
    form: CertificateForm,
    read: Callable[[str, Callable[[str], str], str], str],
) -> str:
    if holder.organisation and holder.name and holder.name != holder.organisation:
        return holder.name
    return read("representative", read_name, form.representative)


def _birth_date(
    form: CertificateForm, work: Work, problems: dict[str, str]
) -> date | None:
    try:
        return read_birth_date(form.birth_date, local_day(work.now))
    except Unreadable as fault:
        problems["birth_date"] = fault.key.value
        return None
