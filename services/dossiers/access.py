"""Which dossiers a person sees, decided in one place (AZ-5, AZ-10)."""

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, or_

from services.delegations.queries import among, managed_by, usable_by
from services.dossiers.models import Dossier, DossierStatus
from services.signals import person_topic
from services.work import Work


def visible_to(work: Work) -> ColumnElement[bool]:
    """Return the condition on Dossier for the citizen who acts.

    Who filed it for themselves always sees it; who filed it for somebody else,
    while a delegation holds, and what they typed into a draft in any case. Whom
    it was filed for sees it once it was handed in, and so do the managers of an
    organisation. Nobody else sees anything.
    """
    account_id = work.actor.account_id
    if account_id is None or work.actor.is_officer:
        return false()
    is_draft = col(Dossier.status) == DossierStatus.DRAFT
    filed = and_(
        col(Dossier.account_id) == account_id,
        or_(
            col(Dossier.delegation_id).is_(None),
            is_draft,
            among(Dossier.delegation_id, usable_by(account_id, work.now)),
        ),
    )
    managed = managed_by(account_id, work.now)
    owned = or_(
        col(Dossier.principal_id) == account_id,
        among(Dossier.principal_id, managed),
        among(Dossier.account_id, managed),
    )
    return or_(filed, and_(owned, ~is_draft))


def owner_topics(dossier: Dossier) -> list[str]:
    """Return what to tell when a dossier changed: who filed it, and for whom."""
    sides = (dossier.account_id, dossier.principal_id)
    return [person_topic(account_id) for account_id in sides if account_id]
