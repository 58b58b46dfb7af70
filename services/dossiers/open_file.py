"""Open a file of a dossier, for those who may (AZ-8)."""

from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, or_, select

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.access import visible_to
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.rules import RESULT_OPEN
from services.dossiers.views import LATER, RESULT
from services.files.models import StoredFile
from services.files.read import OpenedFile, content_of
from services.payments.has_debt import has_debt
from services.vault.correction_desk import correction_file
from services.vault.queries import document_file
from services.work import Actor, Role, Work

DESK = frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER})


def open_file(work: Work, file_id: UUID, thumbnail: bool = False) -> OpenedFile:
    """Return a file; one answer for “not yours” and “not there” (AZ-4).

    What an officer opens is written down (P5).
    """
    if mine := document_file(work, file_id):  # of the vault: its owner's alone
        return content_of(work.storage, mine, thumbnail)
    if asked := correction_file(work, file_id):  # its owner asks this office to mend it
        subject = asked.subject_id
        record(work, "vault.correction_file", subject, person_id=asked.owner_id)
        return content_of(work.storage, asked, thumbnail)
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
    """Let a citizen read what they see, a result once it is ready and paid."""
    is_ready = and_(col(Dossier.status).in_(RESULT_OPEN), ~has_debt(Dossier.id))
    is_open = or_(col(StoredFile.slot) != RESULT, is_ready)
    return and_(visible_to(work), is_open, _is_sent(work.actor))


def _at_desk(actor: Actor) -> ColumnElement[bool]:
    """Let the dossier's agency read it; of a draft it sees nothing."""
    if not actor.roles & DESK or actor.agency_id is None:
        return false()
    is_draft = col(Dossier.status) == DossierStatus.DRAFT
    at_home = col(Dossier.agency_id) == actor.agency_id
    return and_(at_home, ~is_draft, _is_sent(actor))


def _is_sent(actor: Actor) -> ColumnElement[bool]:
    """Keep what comes after the submission with its sender until it is sent."""
    return or_(
        ~col(StoredFile.slot).startswith(LATER, autoescape=True),
        col(StoredFile.sealed_at).is_not(None),
        col(StoredFile.owner_id) == actor.account_id,
    )
