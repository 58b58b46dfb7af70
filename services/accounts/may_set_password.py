"""Who may set a new password without the present one (C27 recovery)."""

from datetime import timedelta

from services.accounts.models import SignInSession
from services.work import Work

COVERED = timedelta(minutes=10)  # after a sign-in by the national portal
NATIONAL = "national"


def may_set_password_without_present(work: Work) -> bool:
    """Tell whether this session was opened by the national portal just now.

    Somebody who lost the password, or never had one, proves who they are there.
    """
    if work.actor.account_id is None or work.actor.session_id is None:
        return False
    session = work.session.get(SignInSession, work.actor.session_id)
    return (
        session is not None
        and session.account_id == work.actor.account_id
        and session.ended_at is None
        and session.method == NATIONAL
        and session.created_at + COVERED > work.now
    )
