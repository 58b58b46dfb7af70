"""A register or report that was made aside, for the officer who asked for it."""

from urllib.parse import quote
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from services.core.errors import ServiceError
from services.registers.models import ExportKind
from services.registers.open_export import open_export

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def file(request: Request) -> Response:
    """Answer with the file; one answer for not there, not ready and not yours."""
    try:
        export_id = UUID(request.path_params["export_id"])
        found = await act(await asking(request), open_export, export_id)
    except (ValueError, ServiceError):
        return Response(status_code=404)
    is_book = found.kind is ExportKind.BOOK
    headers = {
        "content-disposition": f'attachment; filename="{quote(found.name)}"',
        "cache-control": "no-store",
    }
    kind = "application/pdf" if is_book else SHEET
    return Response(found.content, media_type=kind, headers=headers)
