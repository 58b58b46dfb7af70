"""A list of the desk as a sheet (XLSX), for the officer who ordered it."""

import asyncio
from io import BytesIO
from uuid import UUID

import xlsxwriter
from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats
from dvc_app.callbacks.asking import act, asking
from dvc_app.state.officer.desk_rows import line
from dvc_app.wording import desk as wording
from services.core.errors import ServiceError
from services.oversight.export_desk import fetch_export
from services.processing.desk_row import DeskRow

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (24, 44, 24, 14, 18, 18, 16, 22, 26, 26)
# No cell is ever a formula, an address or a number.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


async def sheet(request: Request) -> Response:
    """Answer with the whole list as it was filtered and ordered."""
    try:
        key = UUID(request.path_params["key"])
        rows = await act(await asking(request), fetch_export, key)
    except (ServiceError, ValueError):
        return Response(status_code=404)
    content = await asyncio.to_thread(_write, rows)
    headers = {
        "content-disposition": 'attachment; filename="cong-viec.xlsx"',
        "cache-control": "no-store",
    }
    return Response(content, media_type=SHEET, headers=headers)


def _write(rows: tuple[DeskRow, ...]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        page = book.add_worksheet(wording.SHEET_NAME)
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width)
        page.write_row(0, 0, wording.SHEET_HEADS, book.add_format({"bold": True}))
        page.freeze_panes(1, 0)
        for at, row in enumerate(rows, start=1):
            for column, cell in enumerate(_cells(row)):
                page.write_string(at, column, cell)
    return out.getvalue()


def _cells(row: DeskRow) -> tuple[str, ...]:
    shown = line(row, is_intake=False)
    return (
        shown.code,
        shown.procedure,
        shown.applicant,
        shown.channel,
        formats.moment(row.submitted_at),
        formats.moment(row.left.deadline),
        shown.left,
        shown.status,
        shown.step,
        row.holder,
    )
