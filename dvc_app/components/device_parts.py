"""Python faces of `device_parts.jsx`: what the portal keeps on a person's device."""

import re
from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.wording import device as wording

_LIBRARY = "$/public" + rx.asset("device_parts.jsx", shared=True)
# Before signing in, sending a file, paying, fetching a paper (R37).
BEFORE = (
    routes.SIGN_IN,
    routes.REGISTER,
    routes.FILE_START,
    routes.PROFILE,
    "/thanh-toan",
    "/ho-so/",
)
WORDS = {
    "title": wording.IN_APP,
    "why": wording.IN_APP_WHY,
    "link": wording.LINK,
    "open": wording.OPEN_IN_BROWSER,
    "copy": wording.COPY_LINK,
    "copied": wording.COPIED,
    "stay": wording.STAY,
}


class _DeviceKeeper(rx.Component):
    library = _LIBRARY
    tag = "DeviceKeeper"
    worker: rx.Var[str]
    person: rx.Var[str]
    doors: rx.Var[list[str]]


class SeenDossiers(rx.Component):
    """Notes the dossiers a page shows, for the page of a cut line (R38).

    Rows need `code`, `procedure`, `label` and `sentence`; nothing else is kept.
    """

    library = _LIBRARY
    tag = "SeenDossiers"
    rows: rx.Var[list[Any]]  # Any: rows of the page that shows them


class _InAppNote(rx.Component):
    library = _LIBRARY
    tag = "InAppNote"
    paths: rx.Var[list[str]]
    apps: rx.Var[dict[str, str]]
    how: rx.Var[dict[str, str]]
    words: rx.Var[dict[str, str]]


def device_keeper() -> rx.Component:
    """Return what serves the shell offline and forgets who signed out."""
    return _DeviceKeeper.create(
        worker=routes.SERVICE_WORKER,
        person=AppState.person,
        doors=[routes.API_SIGN_OUT, routes.API_SIGN_OUT_EVERYWHERE],
    )


def in_app_note() -> rx.Component:
    """Return the note ‹Mở bằng trình duyệt›, drawn only inside another app (R37)."""
    return _InAppNote.create(
        paths=["^" + re.escape(path) for path in BEFORE],
        apps=wording.APPS,
        how=wording.HOW,
        words=WORDS,
    )


def head_parts() -> list[rx.Component]:
    """Return what the head of every page says of the installed portal (R38)."""
    return [
        rx.el.link(rel="manifest", href=routes.MANIFEST),
        rx.el.link(rel="apple-touch-icon", href="/icon-192.png"),
        rx.el.meta(name="theme-color", content="#8c1d2f"),
    ]
