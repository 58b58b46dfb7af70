"""The receipts of several dossiers in one file, to be printed in one go."""

import asyncio
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import sent
from dvc_app.callbacks.papers import presses
from dvc_app.state.officer.desk_picks import CODE_KEY
from services.core.errors import ServiceError
from services.papers.printing import print_receipt
from services.processing.receipt_facts import receipt_facts

MOST = 20  # a page of the desk


async def sheet(request: Request) -> Response:
    """Answer with all of them, or with none: a paper left out would go unnoticed."""
    codes = list(dict.fromkeys(request.query_params.getlist(CODE_KEY)))
    if not 0 < len(codes) <= MOST:
        return Response(status_code=404)
    actor = await asking(request)
    if not actor.is_officer:
        return Response(status_code=404)
    try:
        facts = [await act(actor, receipt_facts, code) for code in codes]
    except ServiceError:
        return Response(status_code=404)
    papers = []
    for one in facts:
        async with presses:
            papers.append(await asyncio.to_thread(print_receipt, one))
    whole = await asyncio.to_thread(_together, papers)
    return sent(whole, "application/pdf", 'inline; filename="giay-hen.pdf"')


def _together(papers: list[bytes]) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for paper in papers:
        writer.append(PdfReader(BytesIO(paper)))
    writer.write(out)
    return out.getvalue()
