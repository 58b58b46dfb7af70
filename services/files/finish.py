"""Join the pieces of a file that has arrived, and have it inspected."""

import hashlib
from uuid import UUID

from services.audit.record import record
from services.failpoints import failpoint
from services.files.models import FileState
from services.files.queries import own_file
from services.jobs import defer
from services.signals import dossier_topic, tell
from services.work import Work


def finish(work: Work, file_id: UUID) -> None:
    """Join the pieces once all are there; a second call changes nothing.

    The pieces stay until the inspection, after the commit: should the commit
    fail, the row still names what lies in the store.
    """
    file = own_file(work, file_id, lock=True)
    if file.state is not FileState.RECEIVING or file.received < file.declared_size:
        return
    digest = hashlib.sha256()
    for part in file.parts:
        digest.update(work.storage.read(part))
    work.storage.join(file.parts, file.key)
    failpoint("upload.3")
    file.sha256 = digest.hexdigest()
    file.state = FileState.CHECKING
    file.finished_at = work.now
    work.session.add(file)
    work.session.flush()
    defer(work.session, "files.inspect_file", file_id=str(file.id))
    record(work, "finish_upload", file.id, size=file.declared_size)
    tell(work.session, dossier_topic(file.subject_id))
    failpoint("upload.4")
