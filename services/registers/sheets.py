"""Registers and reports as XLSX: text stays text, moments are moments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from services.core.clock import local
from services.registers.list_register import RegisterRow
from services.registers.words import words

# No cell is ever a formula, an address or a number it was not; rows go to disk.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
Cell = str | int | datetime | None


@dataclass(frozen=True)
class SheetText:
    """What stands above and left of the numbers."""

    name: str
    lines: Sequence[str]  # above the heads
    heads: Sequence[str]
    widths: Sequence[int]


def register_cells(number: int, row: RegisterRow, unit: str) -> tuple[Cell, ...]:
    """Return a line of Mẫu 07 (contracts 8.2)."""
    said = words()
    contact = ", ".join(part for part in (row.address, row.phone) if part)
    notes = said["note"]
    note = notes["received_by"].format(name=row.received_by) if row.received_by else ""
    if row.ended_at is not None and row.finished_at is None:
        note = str(notes["given_up"])
    return (
        number,
        row.number,
        row.code,
        row.procedure,
        int(said["one_dossier"]),
        row.owner,
        contact,
        unit,
        row.received_at,
        row.due_at,
        row.forwarded_to,
        row.finished_at,
        row.returned_at,
        str(said["delivery"][row.delivery]) if row.returned_at else "",
        note,
    )


def write_sheet(text: SheetText, rows: Iterable[Sequence[Cell]]) -> tuple[bytes, int]:
    """Return the file and how many lines it has."""
    out, count = BytesIO(), 0
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        page = book.add_worksheet(text.name)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        for column, width in enumerate(text.widths):
            page.set_column(column, column, width)
        for at, line in enumerate(text.lines):
            page.write_string(at, 0, line)
        head = len(text.lines)
        for column, name in enumerate(text.heads):
            page.write_string(head, column, name, bold)
        page.freeze_panes(head + 1, 0)
        for count, cells in enumerate(rows, start=1):
            _write(page, head + count, cells, moment)
    return out.getvalue(), count


def _write(page: Any, at: int, cells: Sequence[Cell], moment: Any) -> None:
    # Any: the library has no types.
    for column, cell in enumerate(cells):
        if isinstance(cell, datetime):
            page.write_datetime(at, column, local(cell), moment)
        elif isinstance(cell, int):
            page.write_number(at, column, cell)
        elif cell:
            page.write_string(at, column, cell)
