"""Reads of declarations and their legs."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.dossiers.models import Dossier
from services.interlinked.models import BundleLeg

Leg = tuple[BundleLeg, Dossier | None]


def legs_of(session: Session, declaration_id: UUID) -> Sequence[Leg]:
    """Return the legs in their order, each with its dossier once there is one."""
    found = session.exec(
        select(BundleLeg, Dossier)
        .outerjoin(Dossier, col(Dossier.id) == BundleLeg.dossier_id)
        .where(BundleLeg.declaration_id == declaration_id)
        .order_by(col(BundleLeg.position))
        .execution_options(populate_existing=True)
    ).all()
    return [(leg, dossier) for leg, dossier in found]
