"""After the counter: name the phone that is one's own now, and get a code there."""

from services.accounts.code_requests import (
    CodeTarget,
    code_request_progress,
    lock_code_request,
)
from services.accounts.models import Account, CodePurpose
from services.accounts.names import Names, taken_names
from services.accounts.send_code import CodeSent, send_code
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_mobile
from services.work import Work


def set_recovery_phone(work: Work, typed: str) -> CodeSent:
    """Send a code to the new phone; a number typed wrongly may be corrected."""
    progress = code_request_progress(work, CodePurpose.COUNTER)
    if progress is None:
        raise NotFound("recovery")
    request = lock_code_request(work, CodePurpose.COUNTER, progress.request_id)
    try:
        phone = read_mobile(typed)
    except Unreadable as fault:
        raise RuleViolation({"phone": fault.key.value}) from None
    account = work.session.get_one(Account, request.account_id)
    if phone != account.phone and (taken := taken_names(work, Names(phone=phone))):
        raise RuleViolation(taken)
    request.phone, request.shown = phone, CodeTarget(phone=phone).masked
    return send_code(work, request)
