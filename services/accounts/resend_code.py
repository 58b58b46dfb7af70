"""Send another code to the phone of a registration."""

from uuid import UUID

from services.accounts.registrations import lock_registration
from services.accounts.send_code import CodeSent, send_code
from services.work import Work


def resend_code(work: Work, registration_id: UUID) -> CodeSent:
    """Send a new code; those sent before stay good within their life (F13)."""
    return send_code(work, lock_registration(work, registration_id))
