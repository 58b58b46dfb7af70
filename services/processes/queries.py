"""Reads of processes, for administrators."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound
from services.processes.models import ProcessState, ProcessVersion
from services.work import Role, Work

OPEN = (ProcessState.DRAFT, ProcessState.PROPOSED)


def require_administrator(work: Work) -> UUID:
    """Return the administrator who acts, or refuse."""
    return work.actor.require_officer(Role.ADMINISTRATOR)


def versions_of(session: Session, process_id: UUID) -> Sequence[ProcessVersion]:
    """Return every version of a process, the newest first; none: it is not there."""
    query = select(ProcessVersion).where(ProcessVersion.process_id == process_id)
    found = session.exec(query.order_by(col(ProcessVersion.version).desc())).all()
    if not found:
        raise NotFound("process")
    return found


def lock_version(work: Work, version_id: UUID, edition: int) -> ProcessVersion:
    """Return a version as it was seen, locked; somebody else's save wins first."""
    query = select(ProcessVersion).where(ProcessVersion.id == version_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("process")
    if found.edition != edition:
        raise Conflict("process_changed", _who(work, found))
    return found


def next_number(session: Session, process_id: UUID) -> int:
    """Return the number of the version that follows."""
    query = select(func.max(ProcessVersion.version)).where(
        ProcessVersion.process_id == process_id
    )
    return (session.exec(query).one() or 0) + 1


def _who(work: Work, version: ProcessVersion) -> str:
    row = work.session.get(Account, version.reviewed_by_id or version.written_by_id)
    return row.full_name if row else ""
