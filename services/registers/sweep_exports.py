"""Remove files whose week is over; run by the worker."""

from sqlmodel import col, select

from services.core.errors import Forbidden
from services.registers.models import ExportState, RegisterExport
from services.registers.open_export import storage_key
from services.work import Work

BATCH = 200


def sweep_exports(work: Work) -> int:
    """Remove the bytes; the row stays and says who took what out, and why."""
    if not work.actor.is_system:
        raise Forbidden("system")
    old = work.session.exec(
        select(RegisterExport)
        .where(
            RegisterExport.state == ExportState.READY,
            col(RegisterExport.expires_at) <= work.now,
        )
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    ).all()
    work.storage.remove([storage_key(row.id) for row in old])
    for row in old:
        row.state = ExportState.GONE
        work.session.add(row)
    return len(old)
