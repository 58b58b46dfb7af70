"""Accept or decline to act for somebody."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.notices import NoticeKind
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound
from services.delegations.models import Delegation
from services.delegations.queries import keys_of, own_account
from services.delegations.tell_parties import tell_parties
from services.work import Work


def answer_delegation(work: Work, delegation_id: UUID, accept: bool) -> None:
    """Bind the delegation to the actor, or decline it; a second press says the same.

    Somebody else's invitation, a withdrawn one and none are one answer (AZ-4).
    """
    own = own_account(work)
    delegation = _invitation(work, delegation_id, own)
    if delegation.delegate_id is not None or delegation.declined_at is not None:
        if accept == (delegation.declined_at is None):
            return
        raise Conflict("answered")
    if delegation.ends_on < local_day(work.now):
        raise NotFound("delegation")
    if accept:
        delegation.delegate_id, delegation.accepted_at = own.id, work.now
        delegation.delegate_name = own.full_name
    else:
        delegation.declined_at = work.now
    work.session.add(delegation)
    work.session.flush()
    record(work, f"delegation.{'accepted' if accept else 'declined'}", delegation.id)
    kind = NoticeKind.DELEGATION_GIVEN if accept else NoticeKind.DELEGATION_REVOKED
    tell_parties(work, delegation, kind, own.id)


def _invitation(work: Work, delegation_id: UUID, own: Account) -> Delegation:
    delegation = work.session.exec(
        select(Delegation)
        .where(
            Delegation.id == delegation_id,
            col(Delegation.delegate_key).in_(keys_of(work.secret, own)),
            col(Delegation.revoked_at).is_(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if delegation is None or delegation.delegate_id not in (None, own.id):
        raise NotFound("delegation")
    return delegation
