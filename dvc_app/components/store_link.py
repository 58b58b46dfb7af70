"""The ways from a dossier to “Lưu vào kho” (O09) and to “Thông tin giấy phép” (O10)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.officer.dossier_rows import Head
from dvc_app.wording import digitising as wording


def store_link(head: Head) -> rx.Component:
    """Return the link once the dossier is received: before, nothing is kept of it.

    Where the procedure issues what a ministry keeps, the way to that stands below.
    """
    to = routes.fill(routes.STORE, code=f"{head.code}")
    permit = routes.fill(routes.PERMIT, code=f"{head.code}")
    return rx.fragment(
        rx.cond(head.received != "", rx.el.p(link(wording.TITLE, to=to))),
        rx.cond(head.permit != "", rx.el.p(link(head.permit, to=permit))),
    )
