"""The bytes of a first visit, page by page, against what R35 allows.

Import it only after the database is named.
"""

from collections.abc import Iterator
from urllib.parse import quote

from playwright.sync_api import Browser

from commands.benching.browser import first_visit_bytes
from commands.benching.figures import (
    KB,
    OFFICER_BYTES,
    PUBLIC_BYTES,
    WIZARD_BYTES,
    Figure,
)
from commands.benching.filing import find_filing, make_drafts
from commands.benching.ground import Ground
from commands.benching.visitors import CITIZEN, OFFICER, code_at_desk, cookies_of
from dvc_app import routes

EMPTY = "empty Reflex app"


def weights(browser: Browser, ground: Ground) -> Iterator[Figure]:
    """Yield the weight of every kind of page."""
    url = ground.portal.url
    nothing = first_visit_bytes(browser, ground.empty.url, "/", "") / KB
    for name, path, cookie, most in _pages():
        came = first_visit_bytes(browser, url, path, cookie) / KB
        title = f"first visit: {name}"
        yield Figure(title, "kB", came, nothing, EMPTY, most / KB)


def _pages() -> Iterator[tuple[str, str, str, int]]:
    """Yield name, path, cookie and most bytes of each page that is weighed."""
    filing = find_filing()
    draft = str(make_drafts(filing, 1)[0])
    citizen, officer = cookies_of(CITIZEN, 1)[0], cookies_of(OFFICER, 1)[0]
    one = routes.fill(routes.PROCEDURE, code=filing.procedure_code)
    for path in (routes.HOME, routes.PROCEDURES, one, routes.LOOK_UP, routes.SIGN_IN):
        yield f"public {path}", path, "", PUBLIC_BYTES
    for route in (routes.FILE_INFORMATION, routes.FILE_COMPONENTS, routes.FILE_CONFIRM):
        path = routes.fill(route, draft=draft)
        yield f"wizard {route}", path, citizen, WIZARD_BYTES
    yield f"officer {routes.DESK}", routes.DESK, officer, OFFICER_BYTES
    if code := code_at_desk():
        path = routes.fill(routes.RECEPTION, code=quote(code))
        yield f"officer {routes.RECEPTION}", path, officer, OFFICER_BYTES
