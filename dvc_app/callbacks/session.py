"""How long the session lasts, and going on with it (R4)."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import PRIVATE
from dvc_app.walls.client_address import client_address
from dvc_app.walls.identity import who_is
from services.accounts.extend_session import extend_session
from services.core import clock

WARNING = timedelta(minutes=5)  # before the end; a third of a shorter time (C27)


async def standing(request: Request) -> Response:
    """Tell how long is left; asking is no use of the session."""
    cookie = request.headers.get("cookie", "")
    visitor = await who_is(cookie, client_address(request), is_activity=False)
    actor, idle = visitor.actor, visitor.idle
    if idle is None or visitor.idle_at is None or visitor.ends_at is None:
        return JSONResponse({"is_in": False}, headers=PRIVATE)
    now = clock.now()
    warning = min(WARNING, idle / 3)
    told = {
        "is_in": True,
        "is_shared": visitor.is_shared,
        "idle_left": max(0, int((visitor.idle_at - now).total_seconds())),
        "ends_left": max(0, int((visitor.ends_at - now).total_seconds())),
        "idle": int(idle.total_seconds()),
        "warning": int(warning.total_seconds()),
        "door": routes.OFFICER_SIGN_IN if actor.is_officer else routes.SIGN_IN,
    }
    return JSONResponse(told, headers=PRIVATE)


async def extend(request: Request) -> Response:
    """Note that the person is here, and tell how long is left now."""
    actor = await asking(request)
    if actor.account_id is not None:
        await act(actor, extend_session)
    return await standing(request)
