"""Second step of a registration: keep it, and send the first code."""

from services.accounts.check_registration import Registrant
from services.accounts.models import Registration
from services.accounts.registration_methods import BY_METHOD
from services.accounts.registrations import require_browser
from services.accounts.return_to import local_path
from services.accounts.send_code import CodeSent, send_code
from services.audit.record import record
from services.work import Work

VOUCHED_FOR = ("full_name", "birth_date", "citizen_id")


def open_registration(work: Work, registrant: Registrant) -> CodeSent:
    """Keep a registration its source agreed to, for the browser that began it."""
    registration = Registration(
        method=registrant.method,
        assurance_level=BY_METHOD[registrant.method].level,
        field_sources=dict.fromkeys(VOUCHED_FOR, str(registrant.method)),
        browser=require_browser(work),
        full_name=registrant.full_name,
        birth_date=registrant.birth_date,
        citizen_id=registrant.citizen_id,
        phone=registrant.phone,
        email=registrant.email,
        return_to=local_path(registrant.return_to),
        created_at=work.now,
    )
    work.session.add(registration)
    work.session.flush()
    record(work, "registration.opened", registration.id)
    return send_code(work, registration)
