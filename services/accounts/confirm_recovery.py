"""Confirm with a code that an account is one's own, to get it back."""

from services.accounts.confirm_code import CodeCheck, CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.recovery import RecoveryStep, find_recovery
from services.core.errors import NotFound
from services.work import Work


def confirm_recovery(work: Work, typed: str) -> CodeCheck:
    """Take the code of whichever way this browser is on."""
    found = find_recovery(work)
    if found.progress is None:
        raise NotFound("recovery")
    if found.step is RecoveryStep.PASSWORD:
        return CodeCheck(CodeOutcome.CONFIRMED)
    purpose, request_id = found.progress.purpose, found.progress.request_id
    return confirm_code_request(work, purpose, request_id, typed)
