"""The papers of a procedure on one sheet, for people who go to the counter (C09)."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.state.public.procedure_rows import procedure_href, say_limit
from dvc_app.state.public.procedure_view import case_title, say_price
from dvc_app.wording import procedure as wording
from dvc_app.wording import province
from services.core import clock
from services.core.errors import ServiceError
from services.papers.facts import ChecklistSheet, ListedCase, ListedPart
from services.papers.printing import print_checklist
from services.procedures.models import CaseKind
from services.procedures.show_procedure import Case, ProcedureDetail, show_procedure
from services.settings import settings

_press = asyncio.Semaphore(1)  # typesetting is all processor
KEPT = "public, max-age=300"  # the same sheet for everybody


async def checklist_sheet(request: Request) -> Response:
    """Answer with the sheet as PDF."""
    code = request.path_params["code"]
    try:
        detail = await act(await asking(request), show_procedure, code)
    except ServiceError:
        return Response(status_code=404)
    async with _press:
        pdf = await asyncio.to_thread(print_checklist, sheet_of(detail))
    headers = {
        "content-disposition": f'inline; filename="{detail.code}.pdf"',
        "cache-control": KEPT,
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


def sheet_of(detail: ProcedureDetail) -> ChecklistSheet:
    """Return what the sheet says; lines of advice are no papers."""
    return ChecklistSheet(
        province=province.here().name,
        procedure=detail.name,
        procedure_code=detail.code,
        agency=detail.executing_agency,
        where=_where(detail),
        opening_hours=detail.units[0].hours if detail.units else "",
        time_limit=say_limit(detail.limit.value, detail.limit.unit),
        fee=say_price(detail.fees),
        cases=tuple(_case(c) for c in detail.cases if c.kind is not CaseKind.NOTE),
        printed_at=clock.now(),
        procedure_url=settings().public_url.rstrip("/") + procedure_href(detail.code),
        hotline=province.hotline(),
    )


def _where(detail: ProcedureDetail) -> str:
    if not detail.units:
        return ""
    first, count = detail.units[0], len(detail.units)
    if count == 1:
        return ", ".join(part for part in (first.name, first.address) if part)
    return wording.WHERE_MANY.format(count=count, name=first.name)


def _case(case: Case) -> ListedCase:
    parts = (c for c in case.components if c.is_paper)
    return ListedCase(
        case_title(case),
        tuple(
            ListedPart(c.name, c.original_qty, c.copy_qty, c.required_when)
            for c in parts
        ),
    )
