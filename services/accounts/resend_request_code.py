"""Send another code for a wish."""

from uuid import UUID

from services.accounts.code_requests import lock_code_request
from services.accounts.models import CodePurpose
from services.accounts.send_code import CodeSent, send_code
from services.work import Work


def resend_request_code(work: Work, purpose: CodePurpose, request_id: UUID) -> CodeSent:
    """Send a new code; those sent before stay good within their life (F13)."""
    return send_code(work, lock_code_request(work, purpose, request_id))
