"""What an officer's page says of the talk and of a wish to withdraw."""

from dataclasses import dataclass

from sqlmodel import and_, col, select

from services.core.errors import NotFound
from services.dossiers.models import Dossier, Withdrawal, WithdrawalState
from services.messages.queries import unseen_by
from services.processing.decide_withdrawal import DECIDERS, Wish
from services.processing.queries import of_agency
from services.work import Work


@dataclass(frozen=True)
class OfficeSummary:
    """Messages nobody of the office has opened, and a wish to be decided."""

    unseen: int
    wish: Wish | None


def office_summary(work: Work, code: str) -> OfficeSummary:
    """Return it to an officer of the agency."""
    work.actor.require_officer(*DECIDERS)
    count = unseen_by(Dossier.id, by_office=True).scalar_subquery()
    asked = and_(
        col(Withdrawal.dossier_id) == Dossier.id,
        col(Withdrawal.state) == WithdrawalState.ASKED,
    )
    found = work.session.exec(
        select(count, Withdrawal)
        .select_from(Dossier)
        .outerjoin(Withdrawal, asked)
        .where(of_agency(work, code))
    ).first()
    if found is None:
        raise NotFound("dossier")
    number, wish = found
    return OfficeSummary(number, Wish(wish.id, wish.at, wish.reason) if wish else None)
