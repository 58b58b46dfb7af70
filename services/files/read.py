"""The bytes of a file, for those whom the record it belongs to lets read it."""

from dataclasses import dataclass

import structlog

from services.core.errors import NotFound
from services.files.models import FileState, StoredFile
from services.storage import Storage

logger = structlog.get_logger()
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class OpenedFile:
    """What a download answers with."""

    name: str
    kind: str
    media_type: str
    data: bytes


def content_of(storage: Storage, file: StoredFile, thumbnail: bool) -> OpenedFile:
    """Return an accepted file, or the picture of its first page.

    What is unchecked or refused is never read by anybody (UP-5, UP-10).
    """
    if file.state is not FileState.ACCEPTED or (thumbnail and not file.has_thumbnail):
        raise NotFound("file")
    if thumbnail:
        picture = _kept(storage, file.thumbnail_key)
        return OpenedFile(file.name, "jpeg", MEDIA_TYPES["jpeg"], picture)
    media_type = MEDIA_TYPES.get(file.kind, "application/octet-stream")
    return OpenedFile(file.name, file.kind, media_type, _kept(storage, file.key))


def _kept(storage: Storage, key: str) -> bytes:
    """Return the bytes; a row without them is a fault of ours, told to who operates."""
    try:
        return storage.read(key)
    except FileNotFoundError:
        logger.error("stored file is missing", key=key)
        raise NotFound("file") from None
