"""Where getting an account back stands (Khôi phục tài khoản, C27)."""

from dataclasses import dataclass
from enum import StrEnum

from services.accounts.code_requests import (
    CodeRequestProgress,
    code_request_progress,
)
from services.accounts.may_set_password import may_set_password_without_present
from services.accounts.models import CodePurpose
from services.work import Work


class RecoveryStep(StrEnum):
    """What the person does next."""

    ASK = "ask"  # say whose account, and by which way
    CODE = "code"
    NEW_PHONE = "new_phone"  # after the counter: a phone that is theirs now
    PASSWORD = "password"  # noqa: S105


@dataclass(frozen=True)
class Recovery:
    """The step, and the wish it belongs to, if there is one."""

    step: RecoveryStep
    progress: CodeRequestProgress | None = None


def find_recovery(work: Work) -> Recovery:
    """Return where this browser stands; the counter's way goes before the other."""
    counter = code_request_progress(work, CodePurpose.COUNTER)
    progress = counter or code_request_progress(work, CodePurpose.RECOVERY)
    if progress is None:
        if may_set_password_without_present(work):
            return Recovery(RecoveryStep.PASSWORD)
        return Recovery(RecoveryStep.ASK)
    if progress.is_verified:
        return Recovery(RecoveryStep.PASSWORD, progress)
    if progress.code_id is None:
        return Recovery(RecoveryStep.NEW_PHONE, progress)
    return Recovery(RecoveryStep.CODE, progress)
