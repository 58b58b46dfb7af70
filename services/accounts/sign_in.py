"""Sign a citizen in with the account of the province (C06)."""

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
    check_password,
)
from services.accounts.models import AccountKind
from services.accounts.names import citizen_name
from services.accounts.open_session import open_session
from services.accounts.registrations import require_browser
from services.work import Work


def sign_in(work: Work, attempt: SignInAttempt) -> SignInResult:
    """Sign in by email, number or phone; an unknown name is refused like a wrong one."""
    require_browser(work)
    name = citizen_name(attempt.name)
    check = check_password(work, AccountKind.CITIZEN, name, attempt)
    if check.account is None:
        return check.refusal or SignInResult(SignInOutcome.REFUSED)
    opened = open_session(work, check.account, attempt.device)
    return SignInResult(
        SignInOutcome.SIGNED_IN, token=opened.token, until=opened.expires_at
    )
