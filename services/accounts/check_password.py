"""What both doors share: a name, a password, and what wrong ones lead to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    needs_proof,
    paused_until,
)
from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.names import find_account
from services.accounts.open_session import Device
from services.accounts.passwords import verify_password
from services.accounts.prove_human import HumanProof, prove_human
from services.audit.record import record
from services.work import Work

# Whose owner is told so after the right password; nobody else can tell them apart.
SHUT = (AccountStatus.ACTIVE, AccountStatus.LOCKED, AccountStatus.DORMANT)


class SignInOutcome(StrEnum):
    """What a try to sign in led to."""

    SIGNED_IN = "signed_in"
    SECOND_FACTOR = "second_factor"  # the password was right; a code is awaited
    REFUSED = "refused"  # one sentence for an unknown name and a wrong password
    PROOF_NEEDED = "proof_needed"
    PROOF_WRONG = "proof_wrong"
    PAUSED = "paused"
    EXPIRED = "expired"  # the second factor was awaited for too long
    CLOSED_DOOR = "closed_door"  # all was right, but the account is locked or dormant


@dataclass(frozen=True)
class SignInAttempt:
    """What was typed, and on what."""

    name: str = field(repr=False)
    password: str = field(repr=False)
    proof: HumanProof | None = None
    device: Device = field(default_factory=Device)


@dataclass(frozen=True)
class SignInResult:
    """The outcome; refusals are returned, because their count must be kept."""

    outcome: SignInOutcome
    token: str = field(default="", repr=False)  # of the session or the second factor
    until: datetime | None = None  # end of the pause, of the session or of the wait
    needs_proof: bool = False  # the next try must come with a proof
    must_choose_post: bool = False  # an officer with several posts, or none


@dataclass(frozen=True)
class PasswordCheck:
    """The account if the password was right, or the refusal to give."""

    account: Account | None
    refusal: SignInResult | None


def check_password(
    work: Work, kind: AccountKind, name: str, attempt: SignInAttempt
) -> PasswordCheck:
    """Judge a name and a password, with the same work for a name nobody has (AU-4)."""
    account = find_account(work, kind, name, SHUT)
    failures = lock_failures(work, account_key(account) if account else f"name:{name}")
    if until := paused_until(work, failures):
        return PasswordCheck(
            None, SignInResult(SignInOutcome.PAUSED, until=until, needs_proof=True)
        )
    if needs_proof(work, failures):
        given = attempt.proof
        if given is None or not prove_human(work, given):
            missing = SignInOutcome.PROOF_WRONG if given else SignInOutcome.PROOF_NEEDED
            return PasswordCheck(None, SignInResult(missing, needs_proof=True))
    right, renewed = verify_password(
        attempt.password, account.password_hash if account else None
    )
    if account is None or not right:
        count_failure(work, failures)
        record(work, "session.opened", outcome="refused", reason="password")
        refusal = SignInResult(
            SignInOutcome.REFUSED,
            until=paused_until(work, failures),
            needs_proof=needs_proof(work, failures),
        )
        return PasswordCheck(None, refusal)
    if account.status is not AccountStatus.ACTIVE:
        # Said to nobody but the owner of the password: others hear the usual (AU-4).
        record(work, "session.opened", account.id, outcome="refused", reason="status")
        return PasswordCheck(None, SignInResult(SignInOutcome.CLOSED_DOOR))
    if renewed:
        account.password_hash = renewed
    if kind is AccountKind.CITIZEN:  # an officer is not in before the second factor
        clear_failures(failures)
    return PasswordCheck(account, None)


def account_key(account: Account) -> str:
    """Return the key under which wrong tries at an account are counted."""
    return f"account:{account.id}"
