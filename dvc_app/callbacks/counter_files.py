"""Scans at the counter: sent, shown and opened by the officer who types (O04)."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import PRIVATE, disposition_of, missing, sent
from dvc_app.callbacks.uploads import (
    CONTENT,
    answer,
    name_of,
    number_of,
    piece_of,
    refusing,
    uuid_of,
)
from services.core.errors import ServiceError
from services.counter.carry import carry_key, in_groups
from services.counter.papers import begin_scan, open_scan
from services.counter.type_in import (
    append_at_counter,
    discard_at_counter,
    progress_at_counter,
)
from services.papers.qr import qr_card


@refusing
async def begin(request: Request) -> Response:
    """Open an upload for one paper of a draft at the counter."""
    actor, size = await asking(request), number_of(request, "upload-length")
    slot, name = request.path_params["slot"], name_of(request)
    draft_id = uuid_of(request, "dossier_id")
    upload = await act(actor, begin_scan, draft_id, slot, name, size)
    place = routes.fill(routes.API_COUNTER_UPLOAD, upload_id=str(upload.id))
    return answer(201, location=place, upload_offset=str(upload.offset))


@refusing
async def go_on(request: Request) -> Response:
    """Say how much has come, take the next piece, or remove the scan."""
    actor, file_id = await asking(request), uuid_of(request, "upload_id")
    if request.method == "DELETE":
        await act(actor, discard_at_counter, file_id)
        return answer(204)
    if request.method == "HEAD":
        upload = await act(actor, progress_at_counter, file_id)
        offset, size = str(upload.offset), str(upload.size)
        return answer(200, upload_offset=offset, upload_length=size)
    if request.headers.get("content-type") != CONTENT:
        return answer(415)
    at, piece = number_of(request, "upload-offset"), await piece_of(request)
    if piece is None:
        return answer(413, upload_problem="too_large")
    upload = await act(actor, append_at_counter, file_id, at, piece)
    return answer(204, upload_offset=str(upload.offset))


async def whole(request: Request) -> Response:
    """Answer with a file of a draft at the counter; opening it is written down."""
    return await _open(request, thumbnail=False)


async def first_page(request: Request) -> Response:
    """Answer with the picture of page 1."""
    return await _open(request, thumbnail=True)


async def carry_picture(request: Request) -> Response:
    """Answer with the QR of one's own draft, to show at the counter or to keep."""
    try:
        draft_id = UUID(request.path_params["draft_id"])
        key, _ = await act(await asking(request), carry_key, draft_id)
    except (ValueError, ServiceError):
        return Response(status_code=404, headers=PRIVATE)
    shown = 'inline; filename="ma-mang-toi-quay.svg"'
    return sent(qr_card(key, in_groups(key)).encode(), "image/svg+xml", shown)


async def _open(request: Request, thumbnail: bool) -> Response:
    try:
        file_id = UUID(request.path_params["file_id"])
        file = await act(await asking(request), open_scan, file_id, thumbnail=thumbnail)
    except (ValueError, ServiceError):
        return missing()
    return sent(file.data, file.media_type, disposition_of(file))
