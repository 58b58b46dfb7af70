"""A list of the till as a sheet (XLSX), for the officers of its agency."""

import asyncio
from io import BytesIO

import xlsxwriter
from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats
from dvc_app.callbacks.asking import act, asking
from dvc_app.state.officer.till import filter_of
from dvc_app.wording import till as wording
from services.core.errors import ServiceError
from services.dues.till import TillRow, export_till

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (18, 24, 40, 26, 16, 16, 14, 18, 26, 22, 18, 24)


async def sheet(request: Request) -> Response:
    """Answer with the whole list that the page shows a part of."""
    wanted = filter_of(dict(request.query_params))
    try:
        rows = await act(await asking(request), export_till, wanted)
    except ServiceError:
        return Response(status_code=404)
    content = await asyncio.to_thread(_write, rows)
    headers = {
        "content-disposition": 'attachment; filename="thu-phi.xlsx"',
        "cache-control": "no-store",
    }
    return Response(content, media_type=SHEET, headers=headers)


def _write(rows: tuple[TillRow, ...]) -> bytes:
    """Write text as text: no cell is ever a formula or an address."""
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(wording.SHEET_NAME)
        bold, money = (
            book.add_format({"bold": True}),
            book.add_format({"num_format": "#,##0"}),
        )
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width)
        page.write_row(0, 0, wording.SHEET_HEADS, bold)
        page.freeze_panes(1, 0)
        for at, row in enumerate(rows, start=1):
            for column, cell in enumerate(_cells(row)):
                if isinstance(cell, int):
                    page.write_number(at, column, cell, money)
                else:
                    page.write_string(at, column, cell)
    return out.getvalue()


def _cells(row: TillRow) -> tuple[str | int, ...]:
    state = (wording.REFUND_STATES | wording.STATES).get(row.state, ("", ""))[0]
    return (
        row.invoice_number,
        row.dossier_code,
        row.procedure_name,
        row.payer,
        row.amount,
        row.received or 0,
        row.refund_amount,
        wording.provider_words(row.provider, row.provider_name),
        row.transaction_id,
        state,
        formats.moment(row.at),
        row.receipt,
    )
