"""First half of an officer's sign-in: name and password (O01)."""

from datetime import timedelta

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
    check_password,
)
from services.accounts.keys import new_token, token_hash
from services.accounts.models import Account, AccountKind, PendingSignIn
from services.accounts.names import officer_name
from services.accounts.open_session import LONGEST_DEVICE, Device
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.work import Work

WAIT = timedelta(minutes=5)


def sign_in_officer(work: Work, attempt: SignInAttempt) -> SignInResult:
    """Take an officer's password; it opens nothing without a second factor (AU-10)."""
    require_browser(work)
    name = officer_name(attempt.name)
    check = check_password(work, AccountKind.OFFICER, name, attempt)
    if check.account is None:
        return check.refusal or SignInResult(SignInOutcome.REFUSED)
    record(work, "password.accepted", check.account.id)
    return await_second_factor(work, check.account, attempt.device)


def await_second_factor(work: Work, account: Account, device: Device) -> SignInResult:
    """Keep the half that is done for this browser, until the second one is given."""
    token = new_token()
    pending = PendingSignIn(
        token_hash=token_hash(token),
        account_id=account.id,
        browser=require_browser(work),
        device=device.name[:LONGEST_DEVICE],
        device_class=device.kind,
        is_shared_device=device.is_shared,
        expires_at=work.now + WAIT,
    )
    work.session.add(pending)
    return SignInResult(
        SignInOutcome.SECOND_FACTOR, token=token, until=pending.expires_at
    )
