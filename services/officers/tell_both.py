"""Tell lender and borrower that a post was lent, or given back."""

from datetime import timedelta

from services.accounts.models import Account
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.officer_models import OfficerPost
from services.core.clock import local_day
from services.work import Work

RECEIVED = {
    NoticeKind.DELEGATION_GIVEN: NoticeKind.POST_BORROWED,
    NoticeKind.DELEGATION_REVOKED: NoticeKind.DELEGATION_REVOKED,
}


def tell_both(work: Work, lent: OfficerPost, kind: NoticeKind) -> None:
    """Notify each with the other's name and the last day."""
    own = work.session.get_one(OfficerPost, lent.lent_by_post_id)
    lender = work.session.get_one(Account, own.account_id)
    borrower = work.session.get_one(Account, lent.account_id)
    last = lent.ends_at - timedelta(seconds=1) if lent.ends_at else work.now
    until = f"{local_day(last):%d/%m/%Y}"
    notify_owner(work, lender, kind, name=borrower.full_name, until=until)
    notify_owner(work, borrower, RECEIVED[kind], lender=lender.full_name, until=until)
