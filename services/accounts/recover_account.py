"""Set a new password where the old one is lost, and sign in (C05, C27)."""

from services.accounts.code_requests import lock_verified_request
from services.accounts.end_session import end_sessions_of
from services.accounts.failures import forget_failures
from services.accounts.models import (
    Account,
    AccountStatus,
    CodePurpose,
    CodeRequest,
)
from services.accounts.names import Names, taken_names
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.open_session import Device, open_session
from services.accounts.passwords import (
    PersonalWords,
    hash_password,
    verify_password,
)
from services.accounts.recovery import find_recovery
from services.accounts.set_password import (
    NewPassword,
    Registered,
    check_new_password,
)
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.work import Work

BY_RECOVERY = "recovery"


def recover_account(work: Work, typed: NewPassword, device: Device) -> Registered:
    """Change the password, sign out every device, tell the owner, and sign in.

    After the counter the phone changes too, and the old one is told: whoever
    had the account may still hold it.
    """
    found = find_recovery(work)
    if found.progress is None:
        raise Conflict("code is not confirmed")
    purpose = found.progress.purpose
    request = lock_verified_request(work, purpose, found.progress.request_id)
    account = work.session.get_one(Account, request.account_id, with_for_update=True)
    if account.status is not AccountStatus.ACTIVE:
        raise Conflict("account is not active")
    check_recovered_password(work, account, typed)
    old_phone = account.phone or ""
    if purpose is CodePurpose.COUNTER:
        _take_phone(work, account, request)
    account.password_hash = hash_password(typed.password)
    request.finished_at = work.now
    ended = end_sessions_of(work, account.id)
    forget_failures(work, f"account:{account.id}")
    record(work, "account.recovered", account.id, ended=ended, way=str(purpose))
    also_to = old_phone if account.phone != old_phone else ""
    notify_owner(
        work,
        account,
        NoticeKind.ACCOUNT_RECOVERED,
        also_to=also_to,
        device=device.name,
    )
    opened = open_session(work, account, device, BY_RECOVERY)
    return Registered(opened, request.return_to)


def check_recovered_password(work: Work, account: Account, typed: NewPassword) -> None:
    """Refuse a password that is easy to guess, or the old one."""
    about = PersonalWords(
        full_name=account.full_name,
        birth_date=account.birth_date,
        phone=account.phone or "",
        citizen_id=account.citizen_id or "",
        portal_name=work.province.name,
    )
    check_new_password(typed, about)
    if (
        account.password_hash
        and verify_password(typed.password, account.password_hash)[0]
    ):
        raise RuleViolation({"password": "password_same"})


def _take_phone(work: Work, account: Account, request: CodeRequest) -> None:
    if request.phone == account.phone:
        return
    if taken := taken_names(work, Names(phone=request.phone)):
        raise RuleViolation(taken)
    account.phone = request.phone
    account.field_sources = account.field_sources | {"phone": "code"}
