"""Đối chiếu với hệ thống khác: where both sides differ (O12)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.sync_differences import DifferenceRow
from dvc_app.state.officer.sync_differences import SyncDifferencesState as State
from dvc_app.wording import status_sync
from dvc_app.wording import sync_differences as wording


def sync_differences_page() -> rx.Component:
    """Compose the list."""
    words = OfficeWords(
        no_role_title=status_sync.NO_ROLE_TITLE, no_role=status_sync.NO_ROLE
    )
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        rx.el.p(link(wording.TO_LEDGER, to=routes.SYNC)),
        rx.cond(
            State.rows.length() > 0,
            rx.el.section(_table(), class_name="stack-s"),
            rx.el.p(wording.EMPTY, class_name="card empty", role="status"),
        ),
        words=words,
    )


def _table() -> rx.Component:
    return rx.fragment(
        rx.el.p(State.total, role="status", class_name="small muted"),
        rx.el.table(
            rx.el.caption(wording.CAPTION, class_name="sr-only"),
            rx.el.thead(
                rx.el.tr(
                    *[
                        rx.el.th(head, scope="col")
                        for head in (*wording.HEADS, wording.ACT)
                    ]
                )
            ),
            rx.el.tbody(rx.foreach(State.rows, _row)),
            class_name="table table--cards card admin-table",
        ),
        rx.cond(
            State.pages != "",
            rx.el.nav(
                paging_link(status_sync.BEFORE, State.before, rel="prev"),
                rx.el.span(State.pages, class_name="muted small num"),
                paging_link(status_sync.AFTER, State.after, rel="next"),
                aria_label=status_sync.PAGING,
                class_name="row paging",
            ),
        ),
    )


def _row(row: DifferenceRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.span(row.found, class_name="num small"), data_label=wording.FOUND
        ),
        rx.el.td(
            rx.cond(
                row.href != "",
                link(row.code, to=row.href, class_name="num"),
                rx.el.span(row.code, class_name="num"),
            ),
            data_label=wording.CODE,
        ),
        rx.el.td(row.system, data_label=wording.SYSTEM),
        rx.el.td(rx.el.b(row.kind), data_label=wording.KIND),
        rx.el.td(row.ours, data_label=wording.OURS),
        rx.el.td(row.theirs, data_label=wording.THEIRS),
        rx.el.td(_act(row), data_label=wording.ACT),
        key=row.id,
    )


def _act(row: DifferenceRow) -> rx.Component:
    return rx.cond(
        row.may_tell,
        rx.el.button(
            wording.TELL,
            type="button",
            on_click=State.tell(row.id),
            aria_label=row.label,
            class_name="button button--quiet button--small",
        ),
        rx.el.span(row.note, class_name="small muted"),
    )
