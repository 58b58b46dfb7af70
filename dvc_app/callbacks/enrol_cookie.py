"""The cookie of an officer whose authenticator is awaited; see waiting_cookie."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from services.officers.begin_activation import ENROL_WITHIN
from services.settings import settings


def put(response: Response, token: str) -> None:
    """Keep the token for as long as the authenticator is awaited."""
    response.set_cookie(
        _name(),
        token,
        max_age=int(ENROL_WITHIN.total_seconds()),
        path=routes.API_ENROL,
        httponly=True,
        samesite="strict",
        secure=settings().is_https,
    )


def read(request: Request) -> str:
    """Return the token; empty when there is none."""
    return request.cookies.get(_name(), "")


def drop(response: Response) -> None:
    """Forget the token."""
    response.delete_cookie(_name(), path=routes.API_ENROL)


def _name() -> str:
    return "__Secure-dvc-enrol" if settings().is_https else "dvc-enrol"
