"""Fetch a file that was made; only who asked for it may (AZ-8)."""

from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.errors import NotFound
from services.registers.models import ExportKind, ExportState, RegisterExport
from services.registers.units import own_unit
from services.work import Work


@dataclass(frozen=True)
class ExportFile:
    """The bytes and what they are."""

    kind: ExportKind
    name: str
    content: bytes


def open_export(work: Work, export_id: UUID) -> ExportFile:
    """Return the file to the officer who asked, in the post it was asked in."""
    agency_id = own_unit(work)
    row = work.session.get(RegisterExport, export_id)
    is_own = (
        row is not None
        and row.asked_by_id == work.actor.account_id
        and row.agency_id == agency_id
    )
    if row is None or not is_own or row.state is not ExportState.READY:
        raise NotFound("export")
    if row.expires_at is None or row.expires_at <= work.now:
        raise NotFound("export")
    record(work, "registers.export_fetched", row.id, full=row.is_full, rows=row.rows)
    day = row.asked_at.strftime("%Y%m%d")
    ending = "pdf" if row.kind is ExportKind.BOOK else "xlsx"
    name = f"{row.kind}-{day}.{ending}"
    return ExportFile(row.kind, name, work.storage.read(storage_key(row.id)))


def storage_key(export_id: UUID) -> str:
    """Return where the file lies."""
    return f"exports/{export_id}"
