"""End a delegation at once, from either side (AZ-10)."""

from uuid import UUID

from sqlmodel import and_, col, or_, select

from services.accounts.notices import NoticeKind
from services.audit.record import record
from services.core.errors import NotFound
from services.delegations.models import Delegation
from services.delegations.queries import among, managed_by
from services.delegations.tell_parties import tell_parties
from services.work import Work


def revoke_delegation(work: Work, delegation_id: UUID) -> None:
    """Revoke what one gave or holds; pressed again, it stays revoked.

    The row is locked: a submission under way is waited for, and no act that
    comes later succeeds (F-22). What was filed before stands.
    """
    account_id = work.actor.require_citizen()
    managed = managed_by(account_id, work.now)
    by_manager = and_(
        among(Delegation.principal_id, managed), col(Delegation.is_manager).is_(False)
    )
    delegation = work.session.exec(
        select(Delegation)
        .where(
            Delegation.id == delegation_id,
            or_(
                col(Delegation.delegate_id) == account_id,
                col(Delegation.principal_id) == account_id,
                by_manager,
            ),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if delegation is None:
        raise NotFound("delegation")
    if delegation.revoked_at is None:
        delegation.revoked_at, delegation.revoked_by_id = work.now, account_id
        work.session.add(delegation)
        work.session.flush()
        record(work, "delegation.revoked", delegation.id)
        tell_parties(work, delegation, NoticeKind.DELEGATION_REVOKED)
