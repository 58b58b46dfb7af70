"""The posts an officer has lent or borrowed, now and from a later day."""

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import col, or_

from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.officers.views import LoanView, roles_of
from services.procedures.models import Agency
from services.work import Work


def list_lent_posts(work: Work) -> list[LoanView]:
    """Return those not over yet, what begins first on top."""
    account_id = work.actor.require_officer()
    own, lender, borrower = aliased(OfficerPost), aliased(Account), aliased(Account)
    found = (
        select(OfficerPost, own, lender, borrower, Agency)
        .join(own, col(own.id) == col(OfficerPost.lent_by_post_id))
        .join(lender, col(lender.id) == col(own.account_id))
        .join(borrower, col(borrower.id) == col(OfficerPost.account_id))
        .outerjoin(Agency, col(Agency.id) == col(own.agency_id))
        .where(
            or_(
                col(own.account_id) == account_id,
                col(OfficerPost.account_id) == account_id,
            ),
            col(OfficerPost.ended_at).is_(None),
            col(own.ended_at).is_(None),
            col(OfficerPost.ends_at) > work.now,
        )
        .order_by(col(OfficerPost.starts_at), col(OfficerPost.id))
    )
    return [
        LoanView(
            post_id=lent.id,
            title=lent.title,
            unit=agency.name if agency else "",
            roles=roles_of(lent.roles),
            lender=giver.full_name,
            borrower=taker.full_name,
            starts_at=lent.starts_at,
            ends_at=lent.ends_at,
            is_mine_to_lend=post.account_id == account_id,
            has_begun=lent.starts_at <= work.now,
        )
        for lent, post, giver, taker, agency in work.session.execute(found)
    ]
