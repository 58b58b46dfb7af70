"""Files arrive here: the tus protocol 1.0, a few verbs of it (R17).

A refusal answers with the key of its sentence in `Upload-Problem`; the page has
the words.
"""

import base64
import binascii
from collections.abc import Awaitable, Callable
from uuid import UUID

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    RuleViolation,
    ServiceError,
)
from services.dossiers.begin_upload import begin_upload
from services.files.append import append
from services.files.begin import Upload
from services.files.discard import discard
from services.files.read_progress import read_progress
from services.files.rules import CHUNK
from services.results.begin_result_upload import begin_result_upload

TUS = {"tus-resumable": "1.0.0", "cache-control": "no-store"}
STATUS = {NotFound: 404, Forbidden: 403, Conflict: 409, RuleViolation: 413}
CONTENT = "application/offset+octet-stream"
Endpoint = Callable[[Request], Awaitable[Response]]


def refusing(endpoint: Endpoint) -> Endpoint:
    """Turn a refusal into its status; one answer for foreign and missing."""

    async def guarded(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ServiceError as error:
            problem = (
                next(iter(error.problems.values()), "")
                if isinstance(error, RuleViolation)
                else ""
            )
            return answer(STATUS.get(type(error), 503), upload_problem=problem)

    return guarded


@refusing
async def begin_for_dossier(request: Request) -> Response:
    """Open an upload for one paper of a draft."""
    actor, size = await asking(request), number_of(request, "upload-length")
    upload = await act(
        actor,
        begin_upload,
        uuid_of(request, "dossier_id"),
        request.path_params["slot"],
        name_of(request),
        size,
    )
    return created(upload)


@refusing
async def begin_for_result(request: Request) -> Response:
    """Open an upload for the result of a dossier."""
    actor, size = await asking(request), number_of(request, "upload-length")
    upload = await act(
        actor,
        begin_result_upload,
        request.path_params["code"],
        name_of(request),
        size,
    )
    return created(upload)


@refusing
async def go_on(request: Request) -> Response:
    """Say how much has come, take the next piece, or remove the upload."""
    actor, file_id = await asking(request), uuid_of(request, "upload_id")
    if request.method == "DELETE":
        await act(actor, discard, file_id)
        return answer(204)
    if request.method == "HEAD":
        upload = await act(actor, read_progress, file_id)
        return answer(
            200, upload_offset=str(upload.offset), upload_length=str(upload.size)
        )
    if request.headers.get("content-type") != CONTENT:
        return answer(415)
    offset, piece = number_of(request, "upload-offset"), await piece_of(request)
    if piece is None:
        return answer(413, upload_problem="too_large")
    upload = await act(actor, append, file_id, offset, piece)
    return answer(204, upload_offset=str(upload.offset))


async def piece_of(request: Request) -> bytes | None:
    """Return what came of one piece; a broken line keeps what it brought."""
    data = bytearray()
    try:
        async for part in request.stream():
            data += part
            if len(data) > CHUNK:
                return None
    except ClientDisconnect:
        pass
    return bytes(data)


def created(upload: Upload) -> Response:
    """Answer where the pieces go."""
    # A path and no host: a forged Host header must not send anybody away.
    place = routes.fill(routes.API_UPLOAD, upload_id=str(upload.id))
    return answer(201, location=place, upload_offset=str(upload.offset))


def answer(status: int, **headers: str) -> Response:
    """Answer with the headers of the protocol."""
    named = {name.replace("_", "-"): value for name, value in headers.items() if value}
    return Response(status_code=status, headers=TUS | named)


def number_of(request: Request, header: str) -> int:
    """Return a number that a header carries."""
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) < 15):
        raise Conflict(header)
    return int(text)


def uuid_of(request: Request, part: str) -> UUID:
    """Return an id that the path carries."""
    try:
        return UUID(request.path_params[part])
    except ValueError:
        raise NotFound(part) from None


def name_of(request: Request) -> str:
    """Return the file's name, for show only; it is never a path."""
    for pair in request.headers.get("upload-metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode("utf-8", "replace")
            except binascii.Error:
                return ""
    return ""
