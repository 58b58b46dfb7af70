"""A registration whose facts came from the police: shown, then given a phone."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Registration
from services.accounts.names import Names, taken_names
from services.accounts.registration_methods import RegistrationMethod
from services.accounts.registrations import lock_registration, require_browser
from services.accounts.send_code import CodeSent, send_code
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_email, read_mobile
from services.work import Work

SHOWN = timedelta(minutes=30)  # the next person at a shared machine sees none of it


@dataclass(frozen=True)
class VouchedRegistration:
    """What the police said of the person; none of it can be typed."""

    registration_id: UUID
    full_name: str
    birth_date: date | None
    citizen_id: str
    phone: str  # as known there; the person may give another


def vouched_registration(work: Work) -> VouchedRegistration | None:
    """Return this browser's registration by the police that awaits its code."""
    mine = select(Registration).where(
        Registration.browser == require_browser(work),
        Registration.method == RegistrationMethod.POLICE,
        col(Registration.verified_at).is_(None),
        col(Registration.finished_at).is_(None),
        col(Registration.created_at) > work.now - SHOWN,
    )
    latest = mine.order_by(col(Registration.created_at).desc()).limit(1)
    found = work.session.exec(latest).first()
    if found is None:
        return None
    return VouchedRegistration(
        found.id, found.full_name, found.birth_date, found.citizen_id, found.phone
    )


def confirm_contact(
    work: Work, registration_id: UUID, phone: str, email: str
) -> CodeSent:
    """Take the phone codes go to, and an email if there is one; send the code."""
    registration = lock_registration(work, registration_id)
    problems = {}
    try:
        registration.phone = read_mobile(phone)
    except Unreadable as fault:
        problems["phone"] = fault.key.value
    try:
        registration.email = read_email(email).casefold() if email.strip() else None
    except Unreadable as fault:
        problems["email"] = fault.key.value
    if problems:
        raise RuleViolation(problems)
    names = Names(registration.citizen_id, registration.phone, registration.email)
    if taken := taken_names(work, names):
        raise RuleViolation(taken)
    return send_code(work, registration)
