"""The papers of a dossier, opened by an officer who keeps papers (AZ-6)."""

from uuid import UUID

from services.digitising.papers import StoreShelf, shelf_of
from services.processing.queries import agency_dossier
from services.work import Role, Work


def open_shelf(work: Work, code: str, lock: bool = False) -> StoreShelf:
    """Return the shelf of a dossier of the officer's own agency."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    return shelf_of(work.session, agency_dossier(work, code, lock=lock))


def find_dossier(work: Work, code: str) -> UUID:
    """Return which dossier a page is to follow, before it reads anything of it.

    A reading that ends between the two is heard of; the other way round it is not.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    return agency_dossier(work, code).id
