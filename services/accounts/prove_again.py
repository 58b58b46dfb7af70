"""Prove again who one is, before a sensitive act (AU-10)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.accounts.authenticator import spend_authenticator_code
from services.accounts.check_password import account_key
from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    paused_until,
)
from services.accounts.models import Account, AccountKind, SignInSession
from services.accounts.passwords import verify_password
from services.audit.record import record
from services.core.faults import Unreadable
from services.core.readers import read_otp
from services.work import Work


class ProofWay(StrEnum):
    """What this person proves it with."""

    TOTP = "totp"
    PASSWORD = "password"  # noqa: S105
    SIGN_IN = "sign_in"  # a citizen without a password here signs in again


class ProofOutcome(StrEnum):
    """What the try led to."""

    PROVED = "proved"
    WRONG = "wrong"
    PAUSED = "paused"


@dataclass(frozen=True)
class ProofResult:
    """The outcome; refusals are returned, because their count must be kept."""

    outcome: ProofOutcome
    until: datetime | None = None


def proof_way(work: Work) -> ProofWay:
    """Return how the person who is signed in proves it."""
    account = work.session.get_one(Account, work.actor.require_signed_in())
    if account.kind is AccountKind.OFFICER:
        return ProofWay.TOTP
    return ProofWay.PASSWORD if account.password_hash else ProofWay.SIGN_IN


def prove_again(work: Work, typed: str) -> ProofResult:
    """Take an officer's authenticator code or a citizen's password.

    Wrong tries count and pause like those at the door: a tab left open is no
    place to guess in peace.
    """
    account_id = work.actor.require_signed_in()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    failures = lock_failures(work, account_key(account))
    if until := paused_until(work, failures):
        return ProofResult(ProofOutcome.PAUSED, until)
    if not _is_right(work, account, typed):
        count_failure(work, failures)
        record(work, "session.proved", account.id, outcome="refused")
        until = paused_until(work, failures)
        outcome = ProofOutcome.PAUSED if until else ProofOutcome.WRONG
        return ProofResult(outcome, until)
    clear_failures(failures)
    session = work.session.get_one(
        SignInSession, work.actor.session_id, with_for_update=True
    )
    session.proved_at = work.now
    work.session.add(session)
    record(work, "session.proved", session.id)
    return ProofResult(ProofOutcome.PROVED)


def _is_right(work: Work, account: Account, typed: str) -> bool:
    if account.kind is AccountKind.CITIZEN:
        return verify_password(typed, account.password_hash or None)[0]
    try:
        digits = read_otp(typed)
    except Unreadable:
        return False
    return spend_authenticator_code(work.secret, account, digits, work.now)
