"""Private files, through one authorised door (UP-8, AZ-8)."""

from urllib.parse import quote
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.wording import province, uploads
from services.core.errors import ServiceError
from services.dossiers.open_file import open_file
from services.files.read import OpenedFile
from services.processing.answer_opinion import opinion_file

PRIVATE = {
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    ),
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",  # the desk shows a file beside its checklist
}
SHOWN = {"application/pdf", "image/jpeg", "image/png"}


async def whole(request: Request) -> Response:
    """Answer with the file itself."""
    return await _open(request, thumbnail=False)


async def first_page(request: Request) -> Response:
    """Answer with the picture of page 1."""
    return await _open(request, thumbnail=True)


async def asked(request: Request) -> Response:
    """Answer an officer who was asked for an opinion with a paper of that dossier."""
    try:
        opinion = UUID(request.path_params["opinion"])
        file_id = UUID(request.path_params["file_id"])
        file = await act(await asking(request), opinion_file, opinion, file_id)
    except (ValueError, ServiceError):
        return missing()
    return sent(file.data, file.media_type, disposition_of(file))


async def _open(request: Request, thumbnail: bool) -> Response:
    try:
        file_id = UUID(request.path_params["file_id"])
        file = await act(await asking(request), open_file, file_id, thumbnail=thumbnail)
    except (ValueError, ServiceError):
        return missing()
    return sent(file.data, file.media_type, disposition_of(file))


def missing() -> Response:
    """Return one answer for “not yours”, “not there” and “lost” (AZ-4)."""
    words = uploads.MISSING.format(hotline=province.hotline())
    return Response(words, 404, headers=PRIVATE, media_type="text/plain")


def sent(data: bytes, media_type: str, disposition: str) -> Response:
    """Return private bytes with the headers every one of them carries."""
    headers = PRIVATE | {"content-disposition": disposition}
    if media_type == "application/pdf":
        # A sandboxed frame would keep the browser's own reader from opening it.
        policy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
        headers |= {"content-security-policy": policy}
    return Response(data, media_type=media_type, headers=headers)


def disposition_of(file: OpenedFile, to_keep: bool = False) -> str:
    """Say whether the browser shows the file or keeps it, and under which name."""
    is_shown = file.media_type in SHOWN and not to_keep
    how = "inline" if is_shown else "attachment"
    return f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"
