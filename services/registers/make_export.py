"""Make a file that was asked for; run by the worker, once however often it is asked."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local
from services.core.errors import Forbidden
from services.jobs import defer
from services.papers.register_sheet import print_register
from services.procedures.models import Agency
from services.registers.book import MOST_PRINTED, book_sheet
from services.registers.figures import Figure, conditions, of_period
from services.registers.grouping import GroupBy
from services.registers.list_register import RegisterRow, read_rows
from services.registers.models import ExportKind, ExportState, RegisterExport
from services.registers.open_export import storage_key
from services.registers.sheets import SheetText, register_cells, write_sheet
from services.registers.summarise import Report, ReportLine, count_groups
from services.registers.wanted import WANTED, RegisterWanted, Span, span_of
from services.registers.words import words
from services.signals import person_topic, tell
from services.work import Work

ANNOUNCE_JOB = "registers.announce_export"
KEPT = timedelta(days=7)
BATCH = 2_000
MOST_ROWS = 200_000


class TooManyRows(Exception):
    """More lines than a file of this kind can hold."""


def make_export(work: Work, export_id: UUID) -> ExportState:
    """Count, write and store the file, and say that it is there."""
    if not work.actor.is_system:
        raise Forbidden("system")
    query = select(RegisterExport).where(RegisterExport.id == export_id)
    row = work.session.exec(query.with_for_update()).one()
    if row.state is not ExportState.MAKING:
        return row.state
    try:
        content, row.rows = _content(work, row)
    except TooManyRows:
        row.state, row.fault = ExportState.FAILED, "too_many"
    else:
        work.storage.put(storage_key(row.id), content)
        row.state, row.expires_at = ExportState.READY, work.now + KEPT
    row.counted_at = work.now
    work.session.add(row)
    record(work, "registers.export_made", row.id, rows=row.rows, state=str(row.state))
    tell(work.session, person_topic(row.asked_by_id))
    if row.schedule_id is not None and row.state is ExportState.READY:
        defer(work.session, ANNOUNCE_JOB, export_id=str(row.id))
    return row.state


def _content(work: Work, row: RegisterExport) -> tuple[bytes, int]:
    wanted = WANTED.validate_python(row.wanted, strict=False)
    span = span_of(wanted, work.now)
    if row.kind is ExportKind.REPORT:
        return _report(work, row, wanted, span)
    unit = work.session.get_one(Agency, row.agency_id).name
    lines = _rows(work, row, wanted, span)
    if row.kind is ExportKind.BOOK:
        sheet = book_sheet(work, unit, span, list(lines), _lines(work, row, span))
        return print_register(sheet), len(sheet.rows)
    said = words()
    text = SheetText(
        said["sheet_register"],
        _lines(work, row, span),
        said["register_heads"],
        said["register_widths"],
    )
    cells = (register_cells(n, line, unit) for n, line in enumerate(lines, start=1))
    return write_sheet(text, cells)


def _rows(
    work: Work, row: RegisterExport, wanted: RegisterWanted, span: Span
) -> Iterator[RegisterRow]:
    """Yield the lines, some thousands at a time, of one moment."""
    where = [of_period([row.agency_id], span), *conditions(wanted, span)]
    most = MOST_PRINTED if row.kind is ExportKind.BOOK else MOST_ROWS
    for start in range(0, most + 1, BATCH):
        found = read_rows(work, where, start, BATCH, row.is_full)
        if start + len(found) > most:
            raise TooManyRows
        yield from found
        if len(found) < BATCH:
            return


def _report(
    work: Work, row: RegisterExport, wanted: RegisterWanted, span: Span
) -> tuple[bytes, int]:
    group, said = GroupBy(row.by), words()
    report = count_groups(work, [row.agency_id], wanted, group, span)
    heads = [said["name"], *(said["figure"][figure] for figure in Figure)]
    text = SheetText(
        said["sheet_report"], _lines(work, row, span), heads, [44, *[12] * len(Figure)]
    )
    return write_sheet(text, _report_cells(report))


def _report_cells(report: Report) -> Iterator[list[str | int]]:
    for line in report.lines:
        yield [_name(report.by, line), *(line.counts[f] for f in Figure)]
    yield [str(words()["total"]), *(report.total[f] for f in Figure)]


def _name(by: GroupBy, line: ReportLine) -> str:
    named = {GroupBy.CHANNEL: "channel", GroupBy.CAUSE: "cause"}
    table = words().get(named.get(by, ""), {})
    return str(table.get(line.key, line.name or words()["other"]))


def _lines(work: Work, row: RegisterExport, span: Span) -> list[str]:
    """Return what stands above the heads: when it was counted, and who let it out."""
    said = words()
    counted = said["counted"].format(
        moment=local(work.now).strftime("%H:%M %d/%m/%Y"),
        first=span.first.strftime("%d/%m/%Y"),
        last=span.last.strftime("%d/%m/%Y"),
    )
    if not row.is_full:
        is_list = row.kind is not ExportKind.REPORT
        return [counted, said["masked"]] if is_list else [counted]
    full = said["full"].format(
        purpose=row.purpose,
        asked_by=row.asked_by_name,
        decided_by=row.decided_by_name,
    )
    return [counted, full]
