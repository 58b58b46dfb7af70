"""Tell both sides of a delegation that it was given or revoked (AZ-10)."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.delegations.models import Delegation
from services.signals import delegations_topic, person_topic, tell
from services.work import Work


def tell_parties(
    work: Work, delegation: Delegation, kind: NoticeKind, addressee: UUID | None = None
) -> None:
    """Notify the principal and the delegate, each with the other's name.

    `addressee` is the account a delegation not accepted yet is meant for; the
    principal is not told whether there is one.
    """
    delegate_id = delegation.delegate_id or addressee
    ids = [side for side in (delegate_id, delegation.principal_id) if side]
    query = select(Account).where(col(Account.id).in_(ids))
    accounts = {account.id: account for account in work.session.exec(query)}
    until = f"{delegation.ends_on:%d/%m/%Y}"
    for account in accounts.values():
        if account.id == delegation.principal_id:
            name = delegation.delegate_name
        else:
            principal = accounts.get(delegation.principal_id or account.id)
            name = delegation.child_name or (principal.full_name if principal else "")
        notify_owner(work, account, kind, name=name, until=until)
    for side in ids:
        tell(work.session, delegations_topic(side), person_topic(side))
