"""Put accounts of officers to rest that nobody has used for long; daily."""

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.end_session import end_sessions_of
from services.accounts.models import Account, AccountKind, AccountStatus
from services.audit.record import record
from services.core.errors import Forbidden
from services.work import Work

IDLE = timedelta(days=45)


def retire_dormant(work: Work) -> int:
    """Retire officers who did not sign in for 45 days (AU-11); tell how many."""
    if not work.actor.is_system:
        raise Forbidden("system")
    last_used = func.greatest(
        col(Account.last_signed_in_at),  # the greatest of those that are not null
        col(Account.activated_at),
        col(Account.created_at),
    )
    idle = select(Account).where(
        Account.kind == AccountKind.OFFICER,
        Account.status == AccountStatus.ACTIVE,
        last_used < work.now - IDLE,
    )
    retired = work.session.exec(idle.with_for_update(skip_locked=True)).all()
    for account in retired:
        account.status = AccountStatus.DORMANT
        work.session.add(account)
        ended = end_sessions_of(work, account.id)
        record(work, "officer.retired", account.id, ended=ended)
    return len(retired)
