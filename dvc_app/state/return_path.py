"""Where a person goes on after signing in or registering: `?tiep=` in the address."""

from collections.abc import Mapping
from urllib.parse import quote

from services.accounts.return_to import HOME, local_path

PARAMETER = "tiep"


def next_path(query: Mapping[str, str], otherwise: str = HOME) -> str:
    """Return the path asked for if it stays on this portal (FW-9)."""
    path = local_path(query.get(PARAMETER, ""))
    return otherwise if path == HOME else path


def with_next(route: str, path: str) -> str:
    """Return the address of a page that leads on to the path."""
    if path == HOME:
        return route
    joint = "&" if "?" in route else "?"
    return f"{route}{joint}{PARAMETER}={quote(path, safe='')}"
