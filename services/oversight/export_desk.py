"""Take a list of the desk away as a sheet, with the purpose written down (AL-3)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement
from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.calendar import work_calendar
from services.oversight.agency_of import agency_of
from services.oversight.models import DeskExport
from services.oversight.show_desk import unread
from services.processing.desk_filters import QueueFilter
from services.processing.desk_queue import (
    allowed_keys,
    count_found,
    order_of,
    queue_where,
)
from services.processing.desk_row import DeskRow, make_rows, rows_query
from services.work import Role, Work

MOST_EXPORTED = 5_000
PURPOSE_LENGTHS = (5, 300)
OPEN_FOR = timedelta(minutes=10)  # how long an ordered sheet may be fetched
FILTER = TypeAdapter(QueueFilter)


@dataclass(frozen=True)
class Ordered:
    """A sheet that waits to be fetched by who ordered it."""

    id: UUID
    rows: int


def order_export(work: Work, wanted: QueueFilter, purpose: str) -> Ordered:
    """Write down who takes which list away and what for; a larger one is refused."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    try:
        why = read_note(purpose, *PURPOSE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"purpose": fault.key}) from None
    count = count_found(work, _where(work, wanted))
    if count > MOST_EXPORTED:
        raise RuleViolation({"purpose": "export_too_large"})
    export = DeskExport(
        account_id=officer_id,
        agency_id=agency_of(work),
        at=work.now,
        purpose=why,
        filters=FILTER.dump_python(replace(wanted, page=1), mode="json"),
        rows=count,
    )
    work.session.add(export)
    work.session.flush()
    record(work, "desk.export_ordered", export.id, queue=wanted.queue, rows=count)
    return Ordered(export.id, count)


def fetch_export(work: Work, export_id: UUID) -> tuple[DeskRow, ...]:
    """Return the rows as the screen shows them, names masked, to who ordered them."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    mine = select(DeskExport).where(
        DeskExport.id == export_id,
        DeskExport.account_id == officer_id,
        DeskExport.agency_id == work.actor.agency_id,
        DeskExport.at > work.now - OPEN_FOR,
    )
    export = work.session.exec(mine).one_or_none()
    if export is None:
        raise NotFound("export")
    wanted = FILTER.validate_python(export.filters)
    found = work.session.execute(
        rows_query(work, *_where(work, wanted))
        .order_by(*order_of(*allowed_keys(wanted)))
        .limit(MOST_EXPORTED)
    )
    rows = make_rows(work, work_calendar(work), [tuple(row) for row in found])
    record(work, "desk.exported", export.id, queue=wanted.queue, rows=len(rows))
    return rows


def _where(work: Work, wanted: QueueFilter) -> list[ColumnElement[bool]]:
    return queue_where(work, wanted, unread(wanted))
