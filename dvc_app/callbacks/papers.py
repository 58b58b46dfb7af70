"""Printed papers, set when asked for from what was frozen (R39)."""

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import sent
from services.core.errors import ServiceError
from services.dossiers.acknowledgement import acknowledgement
from services.papers.printing import print_acknowledgement, print_receipt
from services.processing.receipt_facts import receipt_facts

MOST_AT_ONCE = 2  # typesetting is all processor; more would starve the pages
_presses = asyncio.Semaphore(MOST_AT_ONCE)


async def acknowledgement_sheet(request: Request) -> Response:
    """Answer with the sheet that a dossier was handed in online (C15)."""
    return await _print(request, acknowledgement, print_acknowledgement)


async def receipt_sheet(request: Request) -> Response:
    """Answer with the receipt and appointment, form 01 of TT 03/2025/TT-VPCP."""
    return await _print(request, receipt_facts, print_receipt)


async def _print(
    request: Request, read: Callable[..., Any], print_it: Callable[[Any], bytes]
) -> Response:
    # Any: each sheet has facts of its own, which only its printer reads.
    code = request.path_params["code"]
    try:
        facts = await act(await asking(request), read, code)
    except ServiceError:
        return Response(status_code=404)
    async with _presses:
        pdf = await asyncio.to_thread(print_it, facts)
    return sent(pdf, "application/pdf", f'inline; filename="{code[:60]}.pdf"')
