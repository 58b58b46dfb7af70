"""The way from a dossier to “Lưu vào kho” (O09)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.officer.dossier_rows import Head
from dvc_app.wording import digitising as wording


def store_link(head: Head) -> rx.Component:
    """Return the link once the dossier is received: before, nothing is kept of it."""
    to = routes.fill(routes.STORE, code=f"{head.code}")
    return rx.cond(head.received != "", rx.el.p(link(wording.TITLE, to=to)))
