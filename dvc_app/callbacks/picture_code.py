"""Picture codes, and challenges for a device to compute (F12, R33)."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import PRIVATE, explained
from services.accounts.draw_picture_code import draw_picture_code
from services.accounts.new_challenge import new_challenge
from services.accounts.new_picture_code import new_picture_code
from services.core.errors import ServiceError


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


@explained(routes.HOME)
async def challenge(request: Request) -> Response:
    """Answer with a challenge bound to this browser."""
    return JSONResponse(
        await act(await asking(request), new_challenge), headers=PRIVATE
    )
