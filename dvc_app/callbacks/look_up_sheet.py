"""An answer of a register as a sheet (XLSX), for who asked."""

import asyncio
from io import BytesIO
from uuid import UUID

import xlsxwriter
from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.state.ministry_rows import say_source, sheet_rows
from dvc_app.wording import ministry_look_up as wording
from services.core.errors import ServiceError
from services.look_ups.answers import Answered
from services.look_ups.export_answer import export_answer
from services.look_ups.told import Told

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24
# No cell is ever a formula, an address or a number.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


async def sheet(request: Request) -> Response:
    """Answer with all rows of an answer, not only the page that is shown."""
    try:
        key = UUID(request.path_params["question"])
        answered, told = await act(await asking(request), export_answer, key)
    except (ServiceError, ValueError):
        return Response(status_code=404)
    content = await asyncio.to_thread(_write, answered, told)
    headers = {
        "content-disposition": f'attachment; filename="{wording.SHEET_FILE}.xlsx"',
        "cache-control": "no-store",
    }
    return Response(content, media_type=SHEET, headers=headers)


def _write(answered: Answered, told: Told) -> bytes:
    out, (heads, rows) = BytesIO(), sheet_rows(told)
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        page, bold = book.add_worksheet(wording.SHEET), book.add_format({"bold": True})
        page.set_column(0, max(1, len(heads) - 1), WIDTH)
        page.write_string(0, 0, wording.QUESTIONS[answered.question], bold)
        page.write_string(1, 0, say_source(answered))
        page.write_row(2, 0, heads, bold)
        for at, row in enumerate(rows, start=3):
            for column, text in enumerate(row):
                page.write_string(at, column, text)
    return out.getvalue()
