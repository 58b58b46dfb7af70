"""Change the password of somebody who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.accounts.check_password import account_key
from services.accounts.end_session import end_sessions_of, require_signed_in
from services.accounts.failures import (
    clear_failures,
    count_failure,
    lock_failures,
    paused_until,
)
from services.accounts.may_set_password import may_set_password_without_present
from services.accounts.models import Account, AccountKind
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.passwords import (
    CITIZEN_LENGTH,
    OFFICER_LENGTH,
    PersonalWords,
    compose,
    hash_password,
    verify_password,
)
from services.accounts.set_password import NewPassword, check_new_password
from services.audit.record import record
from services.core.errors import RuleViolation
from services.work import Work


class ChangeOutcome(StrEnum):
    """What a wish to change the password led to."""

    CHANGED = "changed"
    WRONG = "wrong"  # the present password is another one
    PAUSED = "paused"


@dataclass(frozen=True)
class PasswordChange:
    """The outcome; refusals are returned, because their count must be kept."""

    outcome: ChangeOutcome
    ended_sessions: int = 0
    until: datetime | None = None


def change_password(work: Work, present: str, typed: NewPassword) -> PasswordChange:
    """Set another password and end every other session of this person (SS-6).

    Who has just come from the national portal may have forgotten the present one.
    """
    account_id = require_signed_in(work)
    account = work.session.get_one(Account, account_id, with_for_update=True)
    failures = lock_failures(work, account_key(account))
    if until := paused_until(work, failures):
        return PasswordChange(ChangeOutcome.PAUSED, until=until)
    is_right, _ = verify_password(present, account.password_hash)
    if not is_right and not may_set_password_without_present(work):
        count_failure(work, failures)
        record(work, "password.changed", account.id, outcome="refused")
        return PasswordChange(ChangeOutcome.WRONG, until=paused_until(work, failures))
    if is_right and compose(present) == compose(typed.password):
        raise RuleViolation({"password": "password_same"})
    is_officer = account.kind is AccountKind.OFFICER
    about = PersonalWords(
        full_name=account.full_name,
        birth_date=account.birth_date,
        phone=account.phone or "",
        citizen_id=account.citizen_id or "",
        portal_name=work.province.name,
    )
    check_new_password(typed, about, OFFICER_LENGTH if is_officer else CITIZEN_LENGTH)
    account.password_hash = hash_password(typed.password)
    clear_failures(failures)
    ended = end_sessions_of(work, account.id, but=work.actor.session_id)
    record(work, "password.changed", account.id, ended=ended)
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    return PasswordChange(ChangeOutcome.CHANGED, ended)
