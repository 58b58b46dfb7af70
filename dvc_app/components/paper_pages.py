"""The photos of a paper before they become one PDF: ordered, turned, asked about."""

from typing import Any

import reflex as rx

from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.paper_pages import PaperPagesState as State
from dvc_app.state.citizen.paper_rows import PageRow, PaperRow
from dvc_app.wording import uploads


def paper_pages(row: PaperRow) -> rx.Component:
    """Return ‹đang gom trang›; nothing while no photo waits."""
    return rx.cond(
        row.pages_title != "",
        rx.el.div(
            rx.el.p(rx.el.b(row.pages_title), role="status"),
            rx.el.p(uploads.GATHERING_HINT, class_name="small muted"),
            rx.el.ol(rx.foreach(row.pages, _page), class_name="pages"),
            rx.el.button(
                uploads.BIND,
                type="button",
                class_name="button",
                on_click=State.bind(row.code),
            ),
            class_name="gathering stack-s",
        ),
    )


def _page(page: PageRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(page.title),
            rx.cond(page.state != "", rx.el.span(page.state, class_name="small muted")),
            class_name="row spread",
        ),
        rx.cond(
            page.thumbnail != "",
            rx.el.a(
                rx.el.img(src=page.thumbnail, alt=page.preview_label, loading="lazy"),
                href=page.address,
                target="_blank",
                class_name=page.css,
            ),
            rx.el.span(class_name="page-photo"),
        ),
        rx.cond(page.fault != "", rx.el.p(page.fault, class_name="error")),
        rx.cond(page.doubt != "", _question(page)),
        rx.el.div(
            _mover("↑", page.up_label, State.move(page.id, False)),
            _mover("↓", page.down_label, State.move(page.id, True)),
            _act(uploads.TURN, page.turn_label, State.turn(page.id)),
            _act(uploads.REMOVE, page.remove_label, FilingState.remove_file(page.id)),
            class_name="row page-acts",
        ),
        key=page.id,
    )


def _question(page: PageRow) -> rx.Component:
    return rx.el.div(
        rx.el.p(page.doubt),
        rx.el.button(
            uploads.KEEP,
            type="button",
            aria_label=page.keep_label,
            class_name="button button--quiet button--small",
            on_click=State.keep(page.id),
        ),
        class_name="notice notice--warn stack-s",
        role="status",
    )


def _act(words: str, label: Any, on_click: Any) -> rx.Component:
    # Any: a Var of text and an event.
    return rx.el.button(
        words,
        type="button",
        aria_label=label,
        class_name="button button--text button--small",
        on_click=on_click,
    )


def _mover(sign: str, label: Any, on_click: Any) -> rx.Component:
    # Any: as above; without a label there is nowhere to go.
    return rx.el.button(
        sign,
        type="button",
        aria_label=rx.cond(label != "", label, sign),
        disabled=label == "",
        class_name="button button--quiet button--small mover",
        on_click=on_click,
    )
