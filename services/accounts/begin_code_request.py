"""Ask for a code that confirms one wish, by somebody who is known."""

from services.accounts.code_requests import CodeTarget
from services.accounts.models import CodePurpose, CodeRequest
from services.accounts.registrations import require_browser
from services.accounts.return_to import HOME, local_path
from services.accounts.send_code import CodeSent, send_code
from services.audit.record import record
from services.work import Work


def begin_code_request(
    work: Work, purpose: CodePurpose, target: CodeTarget, return_to: str = HOME
) -> CodeSent:
    """Keep the wish of who is signed in, and send its first code."""
    request = CodeRequest(
        browser=require_browser(work),
        purpose=purpose,
        account_id=work.actor.require_signed_in(),
        phone=target.phone,
        email=target.email,
        is_by_email=not target.phone,
        shown=target.masked,
        return_to=local_path(return_to),
        created_at=work.now,
    )
    work.session.add(request)
    work.session.flush()
    record(work, "code.wished", request.id, purpose=str(purpose))
    return send_code(work, request)
