"""The picture of one page that was read, for the desk that keeps the paper (O09)."""

from uuid import UUID

from sqlmodel import select

from services.core.errors import NotFound
from services.digitising.models import PaperReading
from services.dossiers.open_file import readable_file
from services.dossiers.record_read import record_read
from services.work import Role, Work


def page_picture(work: Work, file_id: UUID, page: int) -> bytes:
    """Return a JPEG; one answer for “not yours”, “not read” and “not there” (AZ-4)."""
    if not work.actor.is_officer or not work.actor.roles & {
        Role.INTAKE,
        Role.PROCESSING,
    }:
        raise NotFound("file")
    file, dossier = readable_file(work, file_id)
    reading = work.session.exec(
        select(PaperReading).where(PaperReading.file_id == file.id)
    ).first()
    if reading is None or not 0 <= page < reading.pages:
        raise NotFound("file")
    record_read(work, "read_file", dossier, file.id, thumbnail=True)
    return work.storage.read(reading.picture_key(page))
