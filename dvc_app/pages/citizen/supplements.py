"""Hồ sơ yêu cầu bổ sung (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.supplements import SupplementsState as State
from dvc_app.state.citizen.supplements import WaitingRow
from dvc_app.wording import supplements as wording


def supplements_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        rx.el.h1(wording.LIST_TITLE),
        rx.el.p(wording.LIST_LEAD, class_name="muted"),
        rx.cond(
            State.loaded,
            rx.cond(
                State.rows.length() > 0,
                rx.el.ul(rx.foreach(State.rows, _row), class_name="stack"),
                rx.el.div(
                    rx.el.h2(wording.NOTHING),
                    rx.el.p(wording.NOTHING_HINT, class_name="muted"),
                    class_name="card stack",
                ),
            ),
            skeleton(4),
        ),
        active=routes.MY_SUPPLEMENTS,
    )


def _row(row: WaitingRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(link(row.procedure, to=row.address), class_name="h3"),
            rx.el.p(
                rx.el.span(row.code, class_name="num"),
                rx.cond(row.agency != "", rx.el.span(row.agency)),
                rx.cond(row.applicant != "", rx.el.span(row.applicant)),
                rx.el.span(row.asked),
                class_name="meta small muted",
            ),
            rx.el.p(
                rx.el.span(row.until, class_name=row.until_css),
                rx.el.span(row.points, class_name="small"),
                class_name="row",
            ),
            class_name="stack-s grow",
        ),
        rx.el.div(
            link(wording.DO_IT, to=row.address, class_name="button button--small"),
            class_name="row-acts",
        ),
        class_name="card dossier-row",
        key=row.code,
    )
