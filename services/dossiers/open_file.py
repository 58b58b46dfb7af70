"""Open a file of a dossier, for those who may (AZ-8)."""

from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, or_, select

from services.core.errors import NotFound
from services.dossiers.access import visible_to
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
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
    file, dossier = readable_file(work, file_id)
    if work.actor.is_officer:
        record_read(work, "read_file", dossier, file.id, thumbnail=thumbnail)
    return content_of(work.storage, file, thumbnail)


def may_read_file(work: Work, file_id: UUID) -> StoredFile:
    """Return the row of a file the actor may read, or NotFound."""
    return readable_file(work, file_id)[0]


def readable_file(work: Work, file_id: UUID) -> tuple[StoredFile, Dossier]:
    """Return a file the actor may read, and the dossier it belongs to."""
    found = work.session.exec(
        select(StoredFile, Dossier)
        .join(Dossier, col(Dossier.id) == StoredFile.subject_id)
        .where(StoredFile.id == file_id, col(StoredFile.removed_at).is_(None))
        .where(_at_desk(work.actor) if work.actor.is_officer else _at_home(work))
    ).first()
    if found is None:
        raise NotFound("file")
    return found[0], found[1]


def _at_home(work: Work) -> ColumnElement[bool]:
    """Let a citizen read what they see, a result once it is ready."""
    is_ready = col(Dossier.status).in_(RESULT_OPEN)
    return and_(visible_to(work), or_(col(StoredFile.slot) != RESULT, is_ready))


def _at_desk(actor: Actor) -> ColumnElement[bool]:
    """Let the dossier's agency read it; of a draft it sees nothing."""
    if not actor.roles & DESK or actor.agency_id is None:
        return false()
    is_draft = col(Dossier.status) == DossierStatus.DRAFT
    return and_(col(Dossier.agency_id) == actor.agency_id, ~is_draft)
