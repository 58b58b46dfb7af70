"""The one cookie: a name for the browser, and for whoever signed in there."""

import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.responses import Response

from services.settings import settings

SHARED = "dvc-shared"
LIFE = 12 * 3600  # seconds; a session's row ends earlier when idle


def cookie_name() -> str:
    """Return the cookie's name; the prefix binds it to this very host (SS-1)."""
    return "__Host-dvc" if settings().is_https else "dvc"


def read_cookie(header: str) -> str:
    """Return the cookie's value; empty when absent or given twice."""
    given = (part.strip() for part in header.split(";"))
    if sum(part.startswith(f"{cookie_name()}=") for part in given) != 1:
        return ""
    try:
        jar = SimpleCookie(header)
    except CookieError:
        return ""
    return jar[cookie_name()].value if cookie_name() in jar else ""


def put_cookie(response: Response, token: str = "", is_shared: bool = False) -> None:
    """Name this browser: by its new session, or by chance for a visitor.

    On a shared device the name goes with the window (C27). That it is one is
    readable by the page, which then keeps nothing on the device.
    """
    response.set_cookie(
        cookie_name(),
        token or secrets.token_urlsafe(32),
        max_age=None if is_shared else LIFE,
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings().is_https,
    )
    if is_shared:
        response.set_cookie(
            SHARED, "1", path="/", samesite="strict", secure=settings().is_https
        )
    elif token:
        response.delete_cookie(SHARED, path="/")
