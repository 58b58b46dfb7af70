"""Confirm a wish with the code that was sent for it."""

from uuid import UUID

from services.accounts.code_requests import lock_code_request
from services.accounts.confirm_code import CodeCheck, judge_code
from services.accounts.models import CodePurpose
from services.work import Work


def confirm_code_request(
    work: Work, purpose: CodePurpose, request_id: UUID, typed: str
) -> CodeCheck:
    """Take a code for this wish, in this browser, for this purpose alone (AU-6)."""
    return judge_code(work, lock_code_request(work, purpose, request_id), typed)
