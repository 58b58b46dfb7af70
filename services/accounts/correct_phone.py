"""Correct the phone number of a registration whose code never came."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from services.accounts.ask_source import ask_source
from services.accounts.check_registration import Registrant
from services.accounts.names import Names, taken_names
from services.accounts.register import Opener
from services.accounts.registration_methods import RegistrationMethod
from services.accounts.registrations import lock_registration
from services.accounts.send_code import CodeSent, send_code
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_mobile
from services.work import Work


def correct_phone(opener: Opener, registration_id: UUID, typed: str) -> CodeSent:
    """Take another number for the same person (C04).

    The carrier is asked again where it vouched for the person; elsewhere the
    number is only where codes go.
    """
    registrant = opener(check_phone, registration_id, typed)
    is_carriers = registrant.method is RegistrationMethod.PHONE
    if is_carriers and not opener(ask_source, registrant):
        raise RuleViolation({"phone": "carrier_differs"})
    return opener(replace_phone, registration_id, registrant)


def check_phone(work: Work, registration_id: UUID, typed: str) -> Registrant:
    """Read the new number, and return the person the carrier is asked about."""
    registration = lock_registration(work, registration_id)
    if registration.verified_at is not None:
        raise Conflict("registration is verified")
    try:
        phone = read_mobile(typed)
    except Unreadable as fault:
        raise RuleViolation({"phone": fault.key.value}) from None
    if taken := taken_names(work, Names(phone=phone)):
        raise RuleViolation(taken)
    registrant = Registrant(
        citizen_id=registration.citizen_id,
        full_name=registration.full_name,
        birth_date=registration.birth_date or date.min,  # an organisation has none
        phone=registration.phone,
        email=registration.email,
        return_to=registration.return_to,
        method=RegistrationMethod(registration.method),
    )
    return replace(registrant, phone=phone)


def replace_phone(
    work: Work, registration_id: UUID, registrant: Registrant
) -> CodeSent:
    """Keep the new number; codes sent to the old one open nothing any more."""
    registration = lock_registration(work, registration_id)
    registration.phone = registrant.phone
    return send_code(work, registration)
