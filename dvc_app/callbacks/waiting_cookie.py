"""The cookie of an officer whose second factor is awaited.

A cookie and not a hidden field: the token stays out of pages, scripts, history
and logs, and travels only to the addresses of officers. The database
ties it to the browser that gave the password and to five minutes.
"""

from starlette.requests import Request
from starlette.responses import Response

from services.accounts.sign_in_officer import WAIT
from services.settings import settings

PATH = "/api/can-bo"  # of both second halves: the authenticator and a recovery code


def put(response: Response, token: str) -> None:
    """Keep the token for as long as the code is awaited."""
    response.set_cookie(
        _name(),
        token,
        max_age=int(WAIT.total_seconds()),
        path=PATH,
        httponly=True,
        samesite="strict",
        secure=settings().is_https,
    )


def read(request: Request) -> str:
    """Return the token; empty when there is none."""
    return request.cookies.get(_name(), "")


def drop(response: Response) -> None:
    """Forget the token."""
    response.delete_cookie(_name(), path=PATH)


def _name() -> str:
    return "__Secure-dvc-wait" if settings().is_https else "dvc-wait"
