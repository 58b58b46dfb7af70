"""Second half of an officer's sign-in: the code of the authenticator (TOTP)."""

from datetime import datetime

import pyotp
from sqlmodel import select

from services.accounts.check_password import SignInOutcome, SignInResult, account_key
from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    paused_until,
)
from services.accounts.keys import same, token_hash, unseal
from services.accounts.models import (
    Account,
    AccountStatus,
    PendingSignIn,
    SignInFailures,
)
from services.accounts.open_session import Device, open_session
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_otp
from services.work import Work

SEALED_FOR = "authenticator"
DRIFT = (-1, 0, 1)  # a phone's clock may be one step of 30 s off


def confirm_second_factor(work: Work, pending_token: str, typed: str) -> SignInResult:
    """Sign the officer in with a code that was never used before (AU-10).

    Wrong codes count for the account like wrong passwords: starting over does
    not give a thief of the password a fresh set of guesses.
    """
    try:
        digits = read_otp(typed)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key.value}) from None
    pending = _lock_pending(work, pending_token)
    if pending is None:
        return SignInResult(SignInOutcome.EXPIRED)
    account = work.session.get_one(Account, pending.account_id, with_for_update=True)
    failures = lock_failures(work, account_key(account))
    if until := paused_until(work, failures):
        return SignInResult(SignInOutcome.PAUSED, until=until)
    step = _fresh_step(work.secret, account, digits, work.now)
    if step is None or account.status is not AccountStatus.ACTIVE:
        return _refuse(work, pending, failures)
    account.totp_last_step = step
    clear_failures(failures)
    device = Device(pending.device, pending.is_shared_device)
    work.session.delete(pending)
    record(work, "second_factor.accepted", account.id)
    opened = open_session(work, account, device)
    return SignInResult(
        SignInOutcome.SIGNED_IN, token=opened.token, until=opened.expires_at
    )


def _lock_pending(work: Work, token: str) -> PendingSignIn | None:
    waiting = select(PendingSignIn).where(
        PendingSignIn.token_hash == token_hash(token),
        PendingSignIn.browser == require_browser(work),
        PendingSignIn.expires_at > work.now,
        PendingSignIn.tries_left > 0,
    )
    return work.session.exec(waiting.with_for_update()).one_or_none()


def _fresh_step(
    secret: bytes, account: Account, digits: str, now: datetime
) -> int | None:
    if not account.totp_secret:
        return None
    totp = pyotp.TOTP(unseal(secret, SEALED_FOR, account.totp_secret))
    current = totp.timecode(now)
    for step in (current + drift for drift in DRIFT):
        if same(totp.generate_otp(step), digits) and step > account.totp_last_step:
            return step
    return None


def _refuse(
    work: Work, pending: PendingSignIn, failures: SignInFailures
) -> SignInResult:
    pending.tries_left -= 1
    count_failure(work, failures)
    record(work, "session.opened", outcome="refused", reason="second_factor")
    if pending.tries_left == 0:
        return SignInResult(SignInOutcome.EXPIRED)
    return SignInResult(SignInOutcome.REFUSED, until=paused_until(work, failures))
