"""Second half of an activation: an authenticator is shown and confirmed."""

from dataclasses import dataclass, field
from enum import StrEnum

import pyotp
from sqlmodel import col, select

from services.accounts.authenticator import SEALED_FOR, matching_step
from services.accounts.check_password import account_key
from services.accounts.end_session import end_sessions_of
from services.accounts.failures import forget_failures
from services.accounts.keys import token_hash, unseal
from services.accounts.models import Account, AccountStatus
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.officer_models import Activation
from services.accounts.open_session import Device, OpenedSession, open_session
from services.accounts.recovery_codes import renew_recovery_codes
from services.accounts.registrations import require_browser
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_otp
from services.officers.begin_activation import ENROL_WITHIN
from services.work import Work


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator is fed with."""

    address: str = field(repr=False)  # otpauth://, as a QR code
    secret: str = field(repr=False)  # the same to type by hand
    account: str


class EnrolmentOutcome(StrEnum):
    """What the first code of the authenticator led to."""

    ENROLLED = "enrolled"
    WRONG = "wrong"
    EXPIRED = "expired"  # too late, too many tries, or another browser


@dataclass(frozen=True)
class Enrolled:
    """The session that was opened, and ten codes to be shown once."""

    outcome: EnrolmentOutcome
    session: OpenedSession | None = None
    recovery_codes: tuple[str, ...] = field(default=(), repr=False)


def show_enrolment(work: Work, token: str) -> Enrolment | None:
    """Return the secret while it is awaited: the same one after every reload."""
    activation = _waiting(work, token)
    if activation is None:
        return None
    account = work.session.get_one(Account, activation.account_id)
    seed = unseal(work.secret, SEALED_FOR, activation.new_totp_secret)
    name = account.sign_in_name or account.full_name
    totp = pyotp.TOTP(seed, name=name, issuer=work.province.name)
    address = totp.provisioning_uri()
    return Enrolment(address, seed, name)


def enrol(work: Work, token: str, typed: str, device: Device) -> Enrolled:
    """Take the authenticator once it shows a right code, and sign in with it.

    Password, factor and recovery codes become the account's together; whatever
    was open in its name is ended.
    """
    try:
        digits = read_otp(typed)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key.value}) from None
    activation = _waiting(work, token, lock=True)
    if activation is None:
        return Enrolled(EnrolmentOutcome.EXPIRED)
    seed = unseal(work.secret, SEALED_FOR, activation.new_totp_secret)
    step = matching_step(seed, digits, work.now)
    if step is None:
        activation.tries_left -= 1
        is_over = activation.tries_left == 0
        return Enrolled(EnrolmentOutcome.EXPIRED if is_over else EnrolmentOutcome.WRONG)
    account = work.session.get_one(Account, activation.account_id, with_for_update=True)
    is_first = account.status is AccountStatus.INVITED
    if activation.new_password_hash:
        account.password_hash = activation.new_password_hash
    account.totp_secret = activation.new_totp_secret
    account.totp_last_step = step
    account.status, account.activated_at = AccountStatus.ACTIVE, work.now
    activation.used_at, activation.token_hash = work.now, None
    activation.new_password_hash = activation.new_totp_secret = ""
    forget_failures(work, account_key(account))
    end_sessions_of(work, account.id)
    codes = renew_recovery_codes(work, account.id)
    record(work, "authenticator.enrolled", account.id, first=is_first)
    if not is_first:
        notify_owner(work, account, NoticeKind.FACTOR_RESET)
    opened = open_session(work, account, device)
    return Enrolled(EnrolmentOutcome.ENROLLED, opened, codes)


def _waiting(work: Work, token: str, lock: bool = False) -> Activation | None:
    found = (
        select(Activation)
        .join(Account, col(Account.id) == col(Activation.account_id))
        .where(
            Activation.token_hash == token_hash(token),
            Activation.browser == require_browser(work),
            col(Activation.used_at).is_(None),
            Activation.tries_left > 0,
            col(Activation.accepted_at) > work.now - ENROL_WITHIN,
            col(Account.status).in_((AccountStatus.INVITED, AccountStatus.ACTIVE)),
        )
    )
    if lock:
        found = found.with_for_update(of=Activation)
    return work.session.exec(found).one_or_none()
