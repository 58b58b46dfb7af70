"""What a person is told about a code that was not taken."""

from dvc_app import formats
from dvc_app.wording import register as wording
from services.accounts.confirm_code import CodeCheck, CodeOutcome


def refusal_words(check: CodeCheck) -> str:
    """Return what happened to the code and what to do now (C04)."""
    if check.outcome is CodeOutcome.WRONG:
        return wording.CODE_WRONG.format(count=check.tries_left)
    until = formats.clock_time(check.resend_at) if check.resend_at else ""
    blocked = check.outcome is CodeOutcome.BLOCKED
    words = wording.CODE_BLOCKED if blocked else wording.CODE_EXPIRED_WAIT
    return words.format(until=until)
