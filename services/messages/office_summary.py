"""What an officer's page says of the talk and of a wish to withdraw."""

from dataclasses import dataclass

from sqlmodel import and_, col, select

from services.core.errors import NotFound
from services.dossiers.models import Dossier, Withdrawal, WithdrawalState
from services.dossiers.rules import ENDED
from services.messages.queries import unseen_by
from services.processing.decide_withdrawal import DECIDERS, Wish
from services.processing.queries import of_agency
from services.work import Work


@dataclass(frozen=True)
class OfficeSummary:
    """Messages nobody of the office has opened, and a wish to be decided."""

    unseen: int
    wish: Wish | None
    has_ended: bool = False  # nothing more can be asked of the person


def office_summary(work: Work, code: str) -> OfficeSummary:
    """Return it to an officer of the agency."""
    work.actor.require_officer(*DECIDERS)
    count = unseen_by(Dossier.id, by_office=True).scalar_subquery()
    asked = and_(
        col(Withdrawal.dossier_id) == Dossier.id,
        col(Withdrawal.state) == WithdrawalState.ASKED,
    )
    found = work.session.exec(
        select(count, Withdrawal, Dossier.status)
        .select_from(Dossier)
        .outerjoin(Withdrawal, asked)
        .where(of_agency(work, code))
    ).first()
    if found is None:
        raise NotFound("dossier")
    number, asked_for, status = found
    wish = Wish(asked_for.id, asked_for.at, asked_for.reason) if asked_for else None
    return OfficeSummary(number, wish, status in ENDED)
