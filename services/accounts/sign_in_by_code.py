"""Sign a citizen in with a code instead of the password (C04)."""

from dataclasses import dataclass, field

from services.accounts.code_requests import (
    code_request_progress,
    lock_code_request,
)
from services.accounts.confirm_code import CodeCheck, CodeOutcome, judge_code
from services.accounts.models import Account, AccountStatus, CodePurpose
from services.accounts.open_session import Device, open_session
from services.core.errors import NotFound
from services.work import Work

BY_CODE = "code"


@dataclass(frozen=True)
class CodeSignIn:
    """What a code led to; the token is of a new session, empty when refused."""

    check: CodeCheck
    token: str = field(default="", repr=False)
    go_to: str = ""


def sign_in_by_code(work: Work, typed: str, device: Device) -> CodeSignIn:
    """Take the code this browser asked for; it opens one session, once.

    A pause that wrong passwords earned does not bar it (AU-5), and is not
    lifted by it either: the guessing goes on outside.
    """
    progress = code_request_progress(work, CodePurpose.SIGN_IN)
    if progress is None:
        raise NotFound("code request")
    request = lock_code_request(work, CodePurpose.SIGN_IN, progress.request_id)
    check = judge_code(work, request, typed)
    if check.outcome is not CodeOutcome.CONFIRMED:
        return CodeSignIn(check)
    account = work.session.get_one(Account, request.account_id, with_for_update=True)
    request.finished_at = work.now
    if account.status is not AccountStatus.ACTIVE:
        return CodeSignIn(CodeCheck(CodeOutcome.EXPIRED, resend_at=work.now))
    opened = open_session(work, account, device, BY_CODE)
    return CodeSignIn(check, opened.token, request.return_to)
