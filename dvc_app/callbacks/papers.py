"""Printed papers, set when asked for from what was frozen (R39)."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import sent
from services.core.errors import NotFound, ServiceError
from services.dossiers.acknowledgement import acknowledgement
from services.dossiers.print_draft_form import print_draft_form
from services.papers.facts import FormSheet
from services.papers.printing import (
    print_acknowledgement,
    print_declaration,
    print_receipt,
)
from services.processing.print_form import print_form
from services.processing.receipt_facts import receipt_facts
from services.work import Work

MOST_AT_ONCE = 2  # typesetting is all processor; more would starve the pages
presses = asyncio.Semaphore(MOST_AT_ONCE)


async def acknowledgement_sheet(request: Request) -> Response:
    """Answer with the sheet that a dossier was handed in online (C15)."""
    return await _print(request, acknowledgement, print_acknowledgement)


async def receipt_sheet(request: Request) -> Response:
    """Answer with the receipt and appointment, form 01 of TT 03/2025/TT-VPCP."""
    return await _print(request, receipt_facts, print_receipt)


async def form_sheet(request: Request) -> Response:
    """Answer with the electronic form as it was handed in."""
    return await _print(request, print_form, print_declaration)


async def draft_form_sheet(request: Request) -> Response:
    """Answer with the form of the person's own draft, marked as one."""
    return await _print(request, _draft_form, print_declaration, "draft_id")


def _draft_form(work: Work, draft_id: str) -> FormSheet:
    try:
        return print_draft_form(work, UUID(draft_id))
    except ValueError:
        raise NotFound("form") from None


async def _print(
    request: Request,
    read: Callable[..., Any],
    print_it: Callable[[Any], bytes],
    named: str = "code",
) -> Response:
    # Any: each sheet has facts of its own, which only its printer reads.
    name = request.path_params[named]
    try:
        facts = await act(await asking(request), read, name)
    except ServiceError:
        return Response(status_code=404)
    async with presses:
        pdf = await asyncio.to_thread(print_it, facts)
    return sent(pdf, "application/pdf", f'inline; filename="{name[:60]}.pdf"')
