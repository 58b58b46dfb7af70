"""Picture codes, their sound, and challenges for a device to compute (F12, R33)."""

import re
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import PRIVATE, explained
from services.accounts.draw_picture_code import draw_picture_code
from services.accounts.new_challenge import new_challenge
from services.accounts.new_picture_code import new_picture_code
from services.accounts.speak_picture_code import speak_picture_code
from services.core.errors import ServiceError

RANGE = re.compile(r"bytes=(\d{1,9})-(\d{1,9})?")


@explained(routes.HOME)
async def begin(request: Request) -> Response:
    """Begin a picture code for this browser."""
    picture_id = await act(await asking(request), new_picture_code)
    return JSONResponse({"picture": str(picture_id)}, headers=PRIVATE)


async def draw(request: Request) -> Response:
    """Answer with the picture, while its code can still be used."""
    try:
        picture_id = UUID(request.path_params["picture_id"])
        picture = await act(await asking(request), draw_picture_code, picture_id)
    except (ValueError, ServiceError):
        return Response(status_code=404, headers=PRIVATE)
    return Response(picture, media_type="image/png", headers=PRIVATE)


async def speak(request: Request) -> Response:
    """Answer with the six digits as a sound; players may ask for pieces of it."""
    try:
        picture_id = UUID(request.path_params["picture_id"])
        reading = int(request.query_params.get("lan", "1")[:4])
        who = await asking(request)
        sound = await act(who, speak_picture_code, picture_id, reading)
    except (ValueError, ServiceError):
        return Response(status_code=404, headers=PRIVATE)
    return _piece(sound, request.headers.get("range", ""))


def _piece(sound: bytes, asked: str) -> Response:
    """Return what was asked for: some players play nothing without pieces."""
    headers = {**PRIVATE, "accept-ranges": "bytes"}
    wanted = RANGE.fullmatch(asked)
    if wanted is None:
        return Response(sound, media_type="audio/wav", headers=headers)
    first = int(wanted[1])
    last = min(int(wanted[2] or len(sound)), len(sound) - 1)
    if first > last:
        headers["content-range"] = f"bytes */{len(sound)}"
        return Response(status_code=416, headers=headers)
    headers["content-range"] = f"bytes {first}-{last}/{len(sound)}"
    piece = sound[first : last + 1]
    return Response(piece, 206, media_type="audio/wav", headers=headers)


@explained(routes.HOME)
async def challenge(request: Request) -> Response:
    """Answer with a challenge bound to this browser."""
    return JSONResponse(
        await act(await asking(request), new_challenge), headers=PRIVATE
    )
