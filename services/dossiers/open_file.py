"""Open a file of a dossier, for those who may (AZ-8)."""

from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import RESULT_OPEN
from services.dossiers.views import RESULT
from services.files.models import StoredFile
from services.files.read import OpenedFile, content_of
from services.work import Actor, Role, Work

DESK = frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER})


def open_file(work: Work, file_id: UUID, thumbnail: bool = False) -> OpenedFile:
    """Return a file; one answer for “not yours” and “not there” (AZ-4).

    What an officer opens is written down (P5).
    """
    file = may_read_file(work, file_id)
    if work.actor.is_officer:
        record(work, "read_file", file.id, thumbnail=thumbnail)
    return content_of(work.storage, file, thumbnail)


def may_read_file(work: Work, file_id: UUID) -> StoredFile:
    """Return the row of a file the actor may read, or NotFound."""
    found = work.session.exec(
        select(StoredFile, Dossier)
        .join(Dossier, col(Dossier.id) == StoredFile.subject_id)
        .where(StoredFile.id == file_id, col(StoredFile.removed_at).is_(None))
    ).first()
    if found is None or not is_reader(work.actor, *found):
        raise NotFound("file")
    return found[0]


def is_reader(actor: Actor, file: StoredFile, dossier: Dossier) -> bool:
    """Say whether this person may read it: its owner, or the dossier's agency.

    The owner sees a result once it is ready; the agency sees nothing of a draft.
    """
    if actor.account_id is None:
        return False
    if actor.is_officer:
        at_desk = bool(actor.roles & DESK) and actor.agency_id is not None
        handed_in = dossier.status is not DossierStatus.DRAFT
        return at_desk and handed_in and actor.agency_id == dossier.agency_id
    is_ready = file.slot != RESULT or dossier.status in RESULT_OPEN
    return actor.account_id == dossier.account_id and is_ready
