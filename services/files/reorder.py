"""Put the files of one component in another order (R20)."""

from collections.abc import Sequence
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.delegations.queries import require_delegation
from services.files.queries import files_of
from services.files.rules import check_open
from services.signals import dossier_topic, tell
from services.work import Work


def reorder(work: Work, subject_id: UUID, slot: str, file_ids: Sequence[UUID]) -> None:
    """Take the order given; it names each of one's own files there once.

    A list that misses a file comes from a page that has not seen it yet.
    """
    files = {
        file.id: file
        for file in files_of(work.session, subject_id, lock=True)
        if file.slot == slot and file.owner_id == work.actor.account_id
    }
    if not files or work.actor.account_id is None:
        raise NotFound("file")
    for delegation_id in {f.delegation_id for f in files.values() if f.delegation_id}:
        require_delegation(work, delegation_id)
    if len(file_ids) != len(files) or set(file_ids) != set(files):
        raise Conflict("files_changed")
    for position, file_id in enumerate(file_ids):
        check_open(files[file_id])
        files[file_id].position = position
        work.session.add(files[file_id])
    record(work, "reorder_files", subject_id, count=len(files))
    tell(work.session, dossier_topic(subject_id))
