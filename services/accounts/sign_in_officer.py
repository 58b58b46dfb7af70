"""First half of an officer's sign-in: name and password (O01)."""

from datetime import timedelta

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
    check_password,
)
from services.accounts.keys import new_token, token_hash
from services.accounts.models import AccountKind, PendingSignIn
from services.accounts.names import officer_name
from services.accounts.open_session import LONGEST_DEVICE
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.work import Work

WAIT = timedelta(minutes=5)


def sign_in_officer(work: Work, attempt: SignInAttempt) -> SignInResult:
    """Take an officer's password; it opens nothing without a second factor (AU-10)."""
    browser = require_browser(work)
    name = officer_name(attempt.name)
    check = check_password(work, AccountKind.OFFICER, name, attempt)
    if check.account is None:
        return check.refusal or SignInResult(SignInOutcome.REFUSED)
    token = new_token()
    pending = PendingSignIn(
        token_hash=token_hash(token),
        account_id=check.account.id,
        browser=browser,
        device=attempt.device.name[:LONGEST_DEVICE],
        is_shared_device=attempt.device.is_shared,
        expires_at=work.now + WAIT,
    )
    work.session.add(pending)
    record(work, "password.accepted", check.account.id)
    return SignInResult(
        SignInOutcome.SECOND_FACTOR, token=token, until=pending.expires_at
    )
