"""Whose declarations an officer sees: the unit's own, or the whole province's (AZ-6)."""

from typing import Any
from uuid import UUID

from sqlmodel import and_, col

from services.dossiers.models import Dossier, DossierStatus
from services.work import Role, Work

READERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


def require_reader(work: Work) -> UUID:
    """Return the officer who looks, or refuse."""
    return work.actor.require_officer(*READERS)


def of_unit(work: Work) -> Any:  # Any: a condition on Dossier
    """Return the condition on declarations of the officer's unit, or on all."""
    handed_in = col(Dossier.is_bundle) & (col(Dossier.status) != DossierStatus.DRAFT)
    if work.actor.agency_id is None:
        return handed_in
    return and_(handed_in, col(Dossier.agency_id) == work.actor.agency_id)
