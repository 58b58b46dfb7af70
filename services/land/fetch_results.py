"""Bring the papers of a result over as drafts: an officer looks and attaches one."""

from uuid import UUID

from sqlmodel import Session, select

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.models import Dossier
from services.dossiers.views import RESULT
from services.files.models import StoredFile
from services.files.rules import UploadLimits
from services.files.take_in import Brought, take_in
from services.files.verdicts import FileKind, FileLimits
from services.integrations.land_registry.port import LandLink
from services.land.models import LandNotice
from services.land.read_again import read_again
from services.processing.announce import announce
from services.processing.models import DossierReceipt
from services.work import Work

LIMITS = UploadLimits(kinds=frozenset({FileKind.PDF}))
PDF = ".pdf"


def fetch_results(opener: Opener, notice_id: UUID) -> int:
    """Fetch each outside any transaction; return how many drafts were kept.

    A registry that is silent raises, and the job is tried again: what is kept
    already is known by its name and is not kept twice.
    """
    count = 0
    for paper in opener(papers_of, notice_id):
        data = opener(ask_paper, paper.address)
        if data:
            count += opener(keep_draft, notice_id, paper.words, data)
    return count


def papers_of(work: Work, notice_id: UUID) -> tuple[LandLink, ...]:
    """Return what a notice names that lies anywhere."""
    told = read_again(work.session.get_one(LandNotice, notice_id))
    return tuple(paper for paper in told.links if paper.address)


def ask_paper(work: Work, address: str) -> bytes | None:
    """Put the question; the session is not used."""
    if not work.actor.is_system:
        raise Forbidden("system")
    return work.systems.ministries.land_registry.fetch(address)


def keep_draft(work: Work, notice_id: UUID, words: str, data: bytes) -> int:
    """Keep it among the files of the result, in the hands of who received the dossier."""
    if len(data) > FileLimits().max_bytes:
        return 0
    session = work.session
    dossier_id = session.get_one(LandNotice, notice_id).dossier_id
    assert dossier_id is not None  # it was judged before
    dossier = session.exec(
        select(Dossier).where(Dossier.id == dossier_id).with_for_update()
    ).one()
    owner = _officer(session, dossier_id)
    name = words if words.lower().endswith(PDF) else f"{words}{PDF}"
    if owner is None or _is_kept(session, dossier_id, data, name):
        return 0
    file = take_in(work, Brought(name, data), owner, (dossier_id, RESULT), LIMITS)
    record(work, "land.result_kept", dossier_id, file=str(file.id))
    announce(work, dossier)
    return 1


def _officer(session: Session, dossier_id: UUID) -> UUID | None:
    query = select(DossierReceipt.officer_id).where(
        DossierReceipt.dossier_id == dossier_id
    )
    return session.exec(query).first()


def _is_kept(session: Session, dossier_id: UUID, data: bytes, name: str) -> bool:
    query = select(StoredFile.id).where(
        StoredFile.subject_id == dossier_id,
        StoredFile.slot == RESULT,
        StoredFile.name == name,
        StoredFile.declared_size == len(data),
    )
    return session.exec(query).first() is not None
