"""Begin an upload (tus: POST)."""

from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.errors import Forbidden
from services.files.models import StoredFile
from services.files.queries import held
from services.files.rules import UploadLimits, check_room
from services.files.verdicts import display_name
from services.work import Work


@dataclass(frozen=True)
class NewUpload:
    """A file about to be sent: to which record and component, how large."""

    subject_id: UUID
    slot: str
    name: str
    size: int
    delegation_id: UUID | None = None  # the right it is sent by
    is_page: bool = False  # a photo that waits to become a page of a PDF


@dataclass(frozen=True)
class Upload:
    """What the tus answers carry."""

    id: UUID
    offset: int
    size: int


def begin(work: Work, new: NewUpload, limits: UploadLimits) -> Upload:
    """Make room for a file of a record its caller has found open and locked.

    The limits hold before a byte is sent (UP-2). The name is only ever shown.
    """
    owner_id = work.actor.account_id
    if owner_id is None:
        raise Forbidden("upload")
    taken = held(work.session, owner_id, (new.subject_id, new.slot), work.now)
    check_room(taken, new.name, new.size, limits)
    file = StoredFile(
        owner_id=owner_id,
        subject_id=new.subject_id,
        delegation_id=new.delegation_id,
        slot=new.slot,
        name=display_name(new.name),
        declared_size=new.size,
        kinds=sorted(limits.kinds),
        is_page=new.is_page,
        position=taken.in_slot,
        started_at=work.now,
    )
    work.session.add(file)
    work.session.flush()
    record(work, "begin_upload", file.id, size=new.size)
    return Upload(file.id, 0, new.size)
