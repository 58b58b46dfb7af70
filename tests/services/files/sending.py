"""A paper sent in pieces, and what it leaves behind."""

from io import BytesIO
from uuid import UUID

from pypdf import PdfWriter
from sqlalchemy import text

from services.dossiers.begin_upload import begin_upload
from services.files.append import append
from services.files.models import StoredFile
from services.files.rules import CHUNK
from services.work import Work

PIECE = 1000  # bytes, much less than a browser sends at once


def a_pdf() -> bytes:
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def send(work: Work, dossier_id: UUID, data: bytes, name: str = "đơn.pdf") -> UUID:
    upload = begin_upload(work, dossier_id, "G01", name, len(data))
    for offset in range(0, len(data), CHUNK):
        append(work, upload.id, offset, data[offset : offset + CHUNK])
    return upload.id


def row(work: Work, file_id: UUID) -> StoredFile:
    return work.session.get_one(StoredFile, file_id, populate_existing=True)


def jobs(work: Work) -> list[tuple[str, str]]:
    found = work.session.execute(
        text("select task_name, args->>'file_id' from procrastinate_jobs")
    ).all()
    return [(name, file_id) for name, file_id in found]


def keys(work: Work) -> set[str]:
    assert work.storage.folder is not None
    folder = work.storage.folder
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
