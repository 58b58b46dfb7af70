"""Lock an officer out at once, and let one in again (AU-11)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, or_, select

from services.accounts.check_password import account_key
from services.accounts.end_session import end_sessions_of
from services.accounts.failures import forget_failures
from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.officers.administering import require_administering
from services.officers.issue_activation import void_activations
from services.work import Work

LOCKABLE = (AccountStatus.ACTIVE, AccountStatus.INVITED, AccountStatus.DORMANT)


def lock_officer(work: Work, account_id: UUID) -> int:
    """Lock an account whose officer has left; tell how many sessions that ended.

    Sessions and posts lent either way end with it, and do not come back when it
    is unlocked. Locked once more, it is locked once.
    """
    account = _officer(work, account_id)
    if account.status is AccountStatus.LOCKED:
        return 0
    if account.status not in LOCKABLE:
        raise Conflict("account_status")
    account.status = AccountStatus.LOCKED
    void_activations(work, account_id)
    ended = end_sessions_of(work, account_id)
    _end_loans(work, account_id)
    record(work, "officer.locked", account_id, ended=ended)
    return ended


def unlock_officer(work: Work, account_id: UUID) -> None:
    """Let a locked officer sign in as before, wrong tries forgotten.

    One who never set a password is invited anew instead of let in.
    """
    _let_in(work, account_id, (AccountStatus.LOCKED,), "officer.unlocked")


def reactivate(work: Work, account_id: UUID) -> None:
    """Let an officer who was away for long sign in again."""
    _let_in(work, account_id, (AccountStatus.DORMANT,), "officer.reactivated")


def _let_in(
    work: Work, account_id: UUID, shut: Collection[AccountStatus], act: str
) -> None:
    account = _officer(work, account_id)
    if account.status not in (*shut, AccountStatus.ACTIVE, AccountStatus.INVITED):
        raise Conflict("account_status")
    forget_failures(work, account_key(account))
    if account.status in shut:
        was_in = bool(account.password_hash and account.totp_secret)
        account.status = AccountStatus.ACTIVE if was_in else AccountStatus.INVITED
        account.activated_at = work.now
    record(work, act, account_id)


def _officer(work: Work, account_id: UUID) -> Account:
    require_administering(work, account_id)
    account = work.session.get(Account, account_id, with_for_update=True)
    if account is None or account.kind is not AccountKind.OFFICER:
        raise NotFound("officer")
    return account


def _end_loans(work: Work, account_id: UUID) -> None:
    theirs = select(OfficerPost.id).where(OfficerPost.account_id == account_id)
    loans = update(OfficerPost).where(
        col(OfficerPost.ended_at).is_(None),
        col(OfficerPost.lent_by_post_id).is_not(None),
        or_(
            col(OfficerPost.account_id) == account_id,
            col(OfficerPost.lent_by_post_id).in_(theirs),
        ),
    )
    work.session.execute(
        loans.values(ended_at=work.now, ended_by_id=work.actor.account_id)
    )
