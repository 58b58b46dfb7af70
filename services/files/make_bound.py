"""The job that makes the PDF of bound pages."""

import hashlib
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.files.bind import Photo, bind
from services.files.inspect_file import keep_verdict
from services.files.models import FileState, StoredFile
from services.files.pages import bound_pages
from services.files.verdicts import FileKind, FileLimits
from services.signals import dossier_topic, tell
from services.work import Work


def make_bound(
    work: Work, file_id: UUID, most_bytes: int = FileLimits().max_bytes
) -> None:
    """Make the PDF and keep it; running it twice is harmless.

    The row is locked only after the photos are read, so that its owner can take
    it apart meanwhile. What cannot be made is refused, and its pages stay.
    """
    file = work.session.get(StoredFile, file_id)
    if file is None or not _is_due(file):
        return
    photos = [
        Photo(work.storage.read(page.key), FileKind(page.kind), page.turn)
        for page in bound_pages(work.session, file_id)
    ]
    pdf, verdict = bind(photos, most_bytes)
    file = work.session.exec(
        select(StoredFile)
        .where(StoredFile.id == file_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if not _is_due(file):
        return
    if verdict.accepted:
        work.storage.put(file.key, pdf)
        file.sha256 = hashlib.sha256(pdf).hexdigest()
        file.declared_size = file.received = len(pdf)
    keep_verdict(work, file, verdict)
    work.session.add(file)
    outcome = "done" if verdict.accepted else "refused"
    record(work, "make_bound", file.id, outcome, fault=file.fault)
    tell(work.session, dossier_topic(file.subject_id))


def _is_due(file: StoredFile) -> bool:
    is_here = file.removed_at is None and file.is_bound
    return is_here and file.state is FileState.CHECKING
