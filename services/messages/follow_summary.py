"""What the person's page of a dossier says of the talk and of the steps."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from services.dossiers.models import Dossier
from services.messages.queries import spoken_of, unseen_by
from services.processing.models import DossierStep
from services.processing.owner_steps import OwnerStep, owner_views
from services.work import Work


@dataclass(frozen=True)
class FollowSummary:
    """Messages the person has not opened, and the steps of the dossier."""

    unseen: int
    steps: tuple[OwnerStep, ...]


def follow_summary(work: Work, code: str) -> FollowSummary:
    """Return it to those who see the dossier."""
    return follow_of(work.session, spoken_of(work, code).id)


def follow_of(session: Session, dossier_id: UUID) -> FollowSummary:
    """Return it of a dossier that was found to be the reader's, in one statement."""
    waiting = unseen_by(dossier_id, by_office=False).scalar_subquery()
    found = session.exec(
        select(waiting, DossierStep)
        .select_from(Dossier)
        .outerjoin(DossierStep, col(DossierStep.dossier_id) == Dossier.id)
        .where(Dossier.id == dossier_id)
        .order_by(col(DossierStep.position))
    ).all()
    steps = owner_views([step for _, step in found if step is not None])
    return FollowSummary(found[0][0] if found else 0, steps)
