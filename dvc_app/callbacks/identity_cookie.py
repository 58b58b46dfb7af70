"""The cookie by which a session also ends at the national portal.

Sealed, since the provider's token names the person; it travels only to the
addresses that sign out.
"""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.walls.cookies import LIFE
from services.settings import settings

LONGEST = 3800  # a browser drops a larger cookie


def put(response: Response, sealed: str) -> None:
    """Keep the sealed token as long as the session may last."""
    if len(sealed) > LONGEST:
        return
    response.set_cookie(
        _name(),
        sealed,
        max_age=LIFE,
        path=routes.API_SIGN_OUT,
        httponly=True,
        samesite="lax",
        secure=settings().is_https,
    )


def read(request: Request) -> str:
    """Return the sealed token; empty when there is none."""
    return request.cookies.get(_name(), "")


def drop(response: Response) -> None:
    """Forget the token."""
    response.delete_cookie(_name(), path=routes.API_SIGN_OUT)


def _name() -> str:
    return "__Secure-dvc-id" if settings().is_https else "dvc-id"
