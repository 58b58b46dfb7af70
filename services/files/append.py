"""Take the next piece of a file (tus: PATCH)."""

import secrets
from uuid import UUID

from sqlmodel import col, func, update

from services.core.errors import Conflict
from services.failpoints import failpoint
from services.files.begin import Upload
from services.files.finish import finish
from services.files.models import FileState, StoredFile
from services.files.queries import own_file
from services.files.rules import check_open, check_piece
from services.work import Work


def append(work: Work, file_id: UUID, offset: int, data: bytes) -> Upload:
    """Store the piece, then say that it came; the last one ends the upload.

    Two tabs sending one file meet at the row: the slower one is told to ask
    where to go on. A piece whose row was never written is swept away.
    """
    file = own_file(work, file_id)
    check_open(file)
    check_piece(file, offset, len(data))
    if not data:
        return Upload(file.id, offset, file.declared_size)
    part = f"parts/{file.id}/{offset:012d}.{secrets.token_hex(4)}"
    work.storage.put(part, data)
    failpoint("upload.1")
    received = offset + len(data)
    if not _claim(work, file_id, offset, (part, received)):
        work.storage.remove([part])
        raise Conflict("offset")
    failpoint("upload.2")
    if received == file.declared_size:
        finish(work, file_id)
    return Upload(file.id, received, file.declared_size)


def _claim(work: Work, file_id: UUID, offset: int, piece: tuple[str, int]) -> bool:
    part, received = piece
    done = work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.id) == file_id,
            col(StoredFile.received) == offset,
            col(StoredFile.state) == FileState.RECEIVING,
            col(StoredFile.removed_at).is_(None),
        )
        .values(received=received, parts=func.array_append(StoredFile.parts, part))
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1
