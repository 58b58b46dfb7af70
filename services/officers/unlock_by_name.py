"""Unlock an officer named on the command line."""

from uuid import UUID

from sqlmodel import select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.names import officer_name
from services.core.errors import Forbidden, NotFound
from services.officers.officer_status import reactivate, unlock_officer
from services.work import Work


def unlock_by_name(work: Work, account: str) -> UUID:
    """Let a locked or dormant officer sign in again, wrong tries forgotten."""
    if not work.actor.is_system:
        raise Forbidden("system")
    found = select(Account).where(
        Account.kind == AccountKind.OFFICER,
        Account.sign_in_name == officer_name(account),
    )
    officer = work.session.exec(found).one_or_none()
    if officer is None:
        raise NotFound("officer")
    is_dormant = officer.status is AccountStatus.DORMANT
    (reactivate if is_dormant else unlock_officer)(work, officer.id)
    return officer.id
