"""Take in a file that another system sent: inspected like any upload."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from services.files.models import FileState, StoredFile
from services.files.rules import UploadLimits
from services.files.verdicts import display_name
from services.jobs import defer
from services.work import Work


@dataclass(frozen=True)
class Brought:
    """A file as another system sent it."""

    name: str
    data: bytes


def take_in(
    work: Work,
    brought: Brought,
    owner_id: UUID,
    place: tuple[UUID, str],
    limits: UploadLimits,
) -> StoredFile:
    """Store the bytes and have them judged; until then nobody reads them (UP-5)."""
    subject_id, slot = place
    file = StoredFile(
        owner_id=owner_id,
        subject_id=subject_id,
        slot=slot,
        name=display_name(brought.name),
        declared_size=len(brought.data),
        received=len(brought.data),
        state=FileState.CHECKING,
        sha256=hashlib.sha256(brought.data).hexdigest(),
        kinds=sorted(limits.kinds),
        started_at=work.now,
        finished_at=work.now,
        sealed_at=work.now,
    )
    work.storage.put(file.key, brought.data)
    work.session.add(file)
    work.session.flush()
    defer(work.session, "files.inspect_file", file_id=str(file.id))
    return file
