"""Send another code to whoever is getting an account back."""

from services.accounts.recovery import find_recovery
from services.accounts.resend_request_code import resend_request_code
from services.accounts.send_code import CodeSent
from services.core.errors import NotFound
from services.work import Work


def resend_recovery_code(work: Work) -> CodeSent:
    """Send a new code by the way this browser is on."""
    progress = find_recovery(work).progress
    if progress is None:
        raise NotFound("recovery")
    return resend_request_code(work, progress.purpose, progress.request_id)
