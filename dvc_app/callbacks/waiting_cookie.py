"""The cookie of an officer whose second factor is awaited.

A cookie and not a hidden field: the token stays out of pages, scripts, history
and logs, and travels only to the one address that takes the code. The database
ties it to the browser that gave the password and to five minutes.
"""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from services.accounts.sign_in_officer import WAIT
from services.settings import settings


def put(response: Response, token: str) -> None:
    """Keep the token for as long as the code is awaited."""
    response.set_cookie(
        _name(),
        token,
        max_age=int(WAIT.total_seconds()),
        path=routes.API_OFFICER_CODE,
        httponly=True,
        samesite="strict",
        secure=settings().is_https,
    )


def read(request: Request) -> str:
    """Return the token; empty when there is none."""
    return request.cookies.get(_name(), "")


def drop(response: Response) -> None:
    """Forget the token."""
    response.delete_cookie(_name(), path=routes.API_OFFICER_CODE)


def _name() -> str:
    return "__Secure-dvc-wait" if settings().is_https else "dvc-wait"
