"""Remove a file, and bring it back within ten seconds (R21; tus: DELETE)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict
from services.files.queries import own_file
from services.files.rules import check_open, may_come_back
from services.signals import dossier_topic, tell
from services.work import Work


def discard(work: Work, file_id: UUID) -> None:
    """Remove one's own file; never one that was handed in (UP-9).

    The bytes go with the nightly sweep, so that the act can be undone.
    """
    file = own_file(work, file_id, lock=True)
    check_open(file)
    file.removed_at = work.now
    work.session.add(file)
    record(work, "discard_file", file.id)
    tell(work.session, dossier_topic(file.subject_id))


def restore(work: Work, file_id: UUID) -> None:
    """Bring a removed file back, within the time its owner was promised."""
    file = own_file(work, file_id, lock=True, removed=True)
    check_open(file)
    if file.removed_at is None:
        return
    if not may_come_back(file, work.now):
        raise Conflict("undo_over")
    file.removed_at = None
    work.session.add(file)
    record(work, "restore_file", file.id)
    tell(work.session, dossier_topic(file.subject_id))
