"""First half of an activation: the code that was handed over, and a password."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import pyotp
from sqlmodel import col, select

from services.accounts.authenticator import SEALED_FOR
from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    paused_until,
)
from services.accounts.keys import new_token, same, seal, token_hash
from services.accounts.models import Account, AccountKind
from services.accounts.names import find_account, officer_name
from services.accounts.officer_models import Activation, ActivationPurpose
from services.accounts.passwords import (
    OFFICER_LENGTH,
    PersonalWords,
    hash_password,
    verify_password,
)
from services.accounts.registrations import require_browser
from services.accounts.set_password import NewPassword, check_new_password
from services.audit.record import record
from services.officers.issue_activation import MAY_GET, activation_hash
from services.work import Work

ENROL_WITHIN = timedelta(minutes=30)  # once the code was accepted


@dataclass(frozen=True)
class ActivationForm:
    """What was typed: the password is new, or the present one to change a phone."""

    name: str
    code: str = field(repr=False)
    password: NewPassword


class ActivationOutcome(StrEnum):
    """What the code led to."""

    ACCEPTED = "accepted"  # an authenticator is to be enrolled
    REFUSED = "refused"  # one sentence for an unknown name and a wrong code
    PAUSED = "paused"


@dataclass(frozen=True)
class ActivationResult:
    """The outcome; refusals are returned, because their count must be kept."""

    outcome: ActivationOutcome
    token: str = field(default="", repr=False)
    until: datetime | None = None


def begin_activation(work: Work, form: ActivationForm) -> ActivationResult:
    """Take the code and keep the password aside until a second factor is enrolled.

    Nothing of the account changes before (AU-10). A name nobody has is refused
    and slowed like a wrong code (AU-4).
    """
    browser = require_browser(work)
    name = officer_name(form.name)
    failures = lock_failures(work, f"activation:{name}")
    if until := paused_until(work, failures):
        return ActivationResult(ActivationOutcome.PAUSED, until=until)
    statuses = {status for allowed in MAY_GET.values() for status in allowed}
    account = find_account(work, AccountKind.OFFICER, name, statuses)
    issued = _lock_issued(work, account)
    if account is None or issued is None or not _is_right(work, account, issued, form):
        if issued is not None:
            issued.tries_left -= 1
        count_failure(work, failures)
        record(work, "activation.begun", outcome="refused")
        until = paused_until(work, failures)
        refused = ActivationOutcome.PAUSED if until else ActivationOutcome.REFUSED
        return ActivationResult(refused, until=until)
    if issued.purpose is ActivationPurpose.ACCOUNT:
        check_new_password(form.password, _words(work, account), OFFICER_LENGTH)
        issued.new_password_hash = hash_password(form.password.password)
    clear_failures(failures)
    token = accept(work, issued, browser)
    record(work, "activation.begun", account.id)
    return ActivationResult(ActivationOutcome.ACCEPTED, token)


def accept(work: Work, activation: Activation, browser: str) -> str:
    """Let a token of this browser stand for the code, with a secret of its own."""
    token = new_token()
    activation.token_hash = token_hash(token)
    activation.browser = browser
    activation.accepted_at = work.now
    activation.new_totp_secret = seal(
        work.secret, SEALED_FOR, pyotp.random_base32(), work.now
    )
    work.session.add(activation)
    return token


def _lock_issued(work: Work, account: Account | None) -> Activation | None:
    if account is None:
        return None
    waiting = select(Activation).where(
        Activation.account_id == account.id,
        col(Activation.used_at).is_(None),
        Activation.expires_at > work.now,
        Activation.tries_left > 0,
    )
    return work.session.exec(waiting.with_for_update()).one_or_none()


def _is_right(
    work: Work, account: Account, issued: Activation, form: ActivationForm
) -> bool:
    if not same(issued.code_hash, activation_hash(work.secret, account.id, form.code)):
        return False
    if issued.purpose is ActivationPurpose.ACCOUNT:
        return True
    return verify_password(form.password.password, account.password_hash)[0]


def _words(work: Work, account: Account) -> PersonalWords:
    return PersonalWords(
        full_name=account.full_name,
        birth_date=account.birth_date,
        phone=account.phone or "",
        citizen_id=account.citizen_id or "",
        portal_name=work.province.name,
    )
