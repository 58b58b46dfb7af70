"""Give one accepted file to a second record, whose lives part from then on."""

from uuid import UUID

import obstore

from services.files.models import UNSETTLED, FileState, StoredFile
from services.jobs import defer
from services.work import Work


def copy_file(
    work: Work, file: StoredFile, owner_id: UUID, place: tuple[UUID, str]
) -> StoredFile:
    """Return an accepted copy for another record; its bytes and hash are the same.

    The caller has found that the actor may do this with the file.
    """
    assert file.state is FileState.ACCEPTED
    subject_id, slot = place
    kept = {"id", "owner_id", "subject_id", "slot", "delegation_id", "parts"}
    kept |= {"sealed_at", "removed_at", "position", "is_page", "is_bound", "bound_into"}
    kept |= {"origin", "note", "turn"}
    facts = file.model_dump(exclude=kept)
    copy = StoredFile(owner_id=owner_id, subject_id=subject_id, slot=slot, **facts)
    copy.started_at = copy.finished_at = work.now
    obstore.copy(work.storage.store, file.key, copy.key)
    if file.has_thumbnail:
        obstore.copy(work.storage.store, file.thumbnail_key, copy.thumbnail_key)
    work.session.add(copy)
    work.session.flush()
    if copy.signature in UNSETTLED:
        defer(work.session, "files.check_signature", file_id=str(copy.id))
    return copy
