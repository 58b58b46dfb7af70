"""The short address in a message: it leads to the right place (R23)."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import PRIVATE
from dvc_app.state.return_path import with_next
from services.core.errors import ServiceError
from services.notifications.open_link import open_link


async def follow(request: Request) -> Response:
    """Send on to the place, to the sign-in first, or to one's own notices.

    A link that is not this person's is answered like one that never was.
    """
    here = routes.fill(routes.MESSAGE_LINK, link=request.path_params["link"])
    actor = await asking(request)
    if actor.account_id is None:
        return _go(with_next(routes.SIGN_IN, here))
    try:
        return _go(await act(actor, open_link, request.path_params["link"]))
    except ServiceError:
        return _go(f"{routes.MY_NOTIFICATIONS}?tin=khac")


def _go(path: str) -> Response:
    return RedirectResponse(path, 303, headers=PRIVATE)
