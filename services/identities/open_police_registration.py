"""Begin a registration of somebody the police vouch for (“Bộ Công An”, C02)."""

from services.accounts.models import Party, Registration
from services.accounts.names import Names, taken_names
from services.accounts.registration_methods import RegistrationMethod
from services.accounts.registrations import require_browser
from services.accounts.return_to import local_path
from services.audit.record import record
from services.identities.identity_facts import POLICE, read_identity
from services.identities.match_identity import VERIFIED, is_verified
from services.identities.models import JourneyPurpose
from services.identities.returned import Returned, ReturnOutcome
from services.integrations.identity_provider.port import Identity
from services.work import Work

METHOD = RegistrationMethod.POLICE
FACTS = ("full_name", "birth_date", "citizen_id")


def open_police_registration(work: Work, told: Identity, return_to: str) -> Returned:
    """Keep a registration whose facts are the police's word; the phone is still owed.

    The police's subject is not the TechID of the national portal and is not kept.
    """
    identity = read_identity(told)
    path = local_path(return_to)
    if fault := _fault(work, identity):
        record(work, "identity.returned", outcome="refused", reason=fault)
        return Returned(ReturnOutcome.REFUSED, JourneyPurpose.REGISTER, path, fault)
    registration = Registration(
        browser=require_browser(work),
        method=METHOD,
        party=Party.CITIZEN,
        full_name=identity.full_name,
        birth_date=identity.birth_date,
        citizen_id=identity.citizen_id,
        assurance_level=VERIFIED,
        field_sources=dict.fromkeys(FACTS, POLICE),
        phone=identity.phone,
        email=None,
        return_to=path,
        created_at=work.now,
    )
    work.session.add(registration)
    work.session.flush()
    record(work, "registration.opened", registration.id, method=METHOD.value)
    return Returned(ReturnOutcome.REGISTERING, JourneyPurpose.REGISTER, path)


def _fault(work: Work, identity: Identity) -> str:
    if identity.party != Party.CITIZEN:
        return "party"
    if not is_verified(identity) or not identity.citizen_id:
        return "level"
    return "registered" if taken_names(work, Names(identity.citizen_id)) else ""
