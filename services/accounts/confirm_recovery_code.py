"""Second half of an officer's sign-in, with a recovery code instead of the phone."""

from services.accounts.check_password import SignInOutcome, SignInResult
from services.accounts.models import Account
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.pending_sign_in import finish_pending
from services.accounts.recovery_codes import recovery_codes_left, spend_recovery_code
from services.work import Work


def confirm_recovery_code(work: Work, pending_token: str, typed: str) -> SignInResult:
    """Sign the officer in with one of the ten codes, and tell the officer so."""
    entered: list[Account] = []

    def accepts(account: Account) -> bool:
        is_good = spend_recovery_code(work, account.id, typed)
        entered.extend([account] if is_good else [])
        return is_good

    result = finish_pending(work, pending_token, accepts, "recovery_code")
    if result.outcome is SignInOutcome.SIGNED_IN:
        left = recovery_codes_left(work, entered[0].id)
        kind = NoticeKind.RECOVERY_CODE_USED
        notify_owner(work, entered[0], kind, left=str(left))
    return result
