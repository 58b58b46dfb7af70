"""Second half of an officer's sign-in: the code of the authenticator (TOTP)."""

from services.accounts.authenticator import spend_authenticator_code
from services.accounts.check_password import SignInResult
from services.accounts.pending_sign_in import finish_pending
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_otp
from services.work import Work


def confirm_second_factor(work: Work, pending_token: str, typed: str) -> SignInResult:
    """Sign the officer in with a code that was never used before (AU-10)."""
    try:
        digits = read_otp(typed)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key.value}) from None
    return finish_pending(
        work,
        pending_token,
        lambda account: spend_authenticator_code(
            work.secret, account, digits, work.now
        ),
        "password",
    )
