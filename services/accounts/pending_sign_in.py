"""An officer between the password and the second factor."""

from collections.abc import Callable

from sqlmodel import select

from services.accounts.check_password import SignInOutcome, SignInResult, account_key
from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    paused_until,
)
from services.accounts.keys import token_hash
from services.accounts.models import (
    Account,
    AccountStatus,
    PendingSignIn,
    SignInFailures,
)
from services.accounts.open_session import Device, open_session
from services.accounts.posts import posts_of
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.work import Work


def finish_pending(
    work: Work, token: str, accepts: Callable[[Account], bool], method: str
) -> SignInResult:
    """Sign the officer in if the second factor is accepted.

    Wrong ones count for the account like wrong passwords: starting over does
    not give a thief of the password a fresh set of guesses.
    """
    pending = _lock_pending(work, token)
    if pending is None:
        return SignInResult(SignInOutcome.EXPIRED)
    account = work.session.get_one(Account, pending.account_id, with_for_update=True)
    failures = lock_failures(work, account_key(account))
    if until := paused_until(work, failures):
        return SignInResult(SignInOutcome.PAUSED, until=until)
    if account.status is not AccountStatus.ACTIVE or not accepts(account):
        return _refuse(work, pending, failures)
    clear_failures(failures)
    device = Device(pending.device, pending.is_shared_device, pending.device_class)
    work.session.delete(pending)
    record(work, "second_factor.accepted", account.id, method=method)
    opened = open_session(work, account, device, method)
    return SignInResult(
        SignInOutcome.SIGNED_IN,
        token=opened.token,
        until=opened.expires_at,
        must_choose_post=len(posts_of(work, account.id)) != 1,
    )


def _lock_pending(work: Work, token: str) -> PendingSignIn | None:
    waiting = select(PendingSignIn).where(
        PendingSignIn.token_hash == token_hash(token),
        PendingSignIn.browser == require_browser(work),
        PendingSignIn.expires_at > work.now,
        PendingSignIn.tries_left > 0,
    )
    return work.session.exec(waiting.with_for_update()).one_or_none()


def _refuse(
    work: Work, pending: PendingSignIn, failures: SignInFailures
) -> SignInResult:
    pending.tries_left -= 1
    count_failure(work, failures)
    record(work, "session.opened", outcome="refused", reason="second_factor")
    if pending.tries_left == 0:
        return SignInResult(SignInOutcome.EXPIRED)
    return SignInResult(SignInOutcome.REFUSED, until=paused_until(work, failures))
