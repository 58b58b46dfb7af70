"""Leave a wish that no code has confirmed, to choose another way."""

from services.accounts.code_requests import code_request_progress, lock_code_request
from services.accounts.models import CodePurpose
from services.work import Work


def give_up_request(work: Work, *purposes: CodePurpose) -> None:
    """Close this browser's open wishes of these purposes."""
    for purpose in purposes:
        while progress := code_request_progress(work, purpose):
            request = lock_code_request(work, purpose, progress.request_id)
            request.finished_at = work.now
            work.session.flush()
