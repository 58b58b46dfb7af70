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
    print_control_slip,
    print_declaration,
    print_receipt,
    print_receipt_twice,
)
from services.processing.control_slip import control_slip
from services.processing.print_form import print_form
from services.processing.receipt_facts import receipt_facts
from services.results.draft_result import open_preview
from services.slips.open_slip import open_slip, print_slip
from services.work import Work

MOST_AT_ONCE = 2  # typesetting is all processor; more would starve the pages
presses = asyncio.Semaphore(MOST_AT_ONCE)


async def acknowledgement_sheet(request: Request) -> Response:
    """Answer with the sheet that a dossier was handed in online (C15)."""
    return await _print(request, acknowledgement, print_acknowledgement)


async def receipt_sheet(request: Request) -> Response:
    """Answer with the receipt and appointment, form 01 of TT 03/2025/TT-VPCP.

    Asked for so, twice: one for the person, one that the office keeps.
    """
    twice = request.query_params.get("ban") == "2"
    printer = print_receipt_twice if twice else print_receipt
    return await _print(request, receipt_facts, printer)


async def slip_sheet(request: Request) -> Response:
    """Answer with a slip as it was issued: forms 02–05, by its key."""
    return await _print(request, open_slip, print_slip, "key")


async def control_sheet(request: Request) -> Response:
    """Answer an officer of the agency with the control slip, Mẫu 06."""
    return await _print(request, control_slip, print_control_slip)


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


async def draft_result_sheet(request: Request) -> Response:
    """Answer an officer with the draft of a result they previewed last (O05)."""
    return await _print(request, open_preview, bytes)


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
