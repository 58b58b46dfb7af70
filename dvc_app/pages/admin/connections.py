"""Kết nối: each system's health, queue and pause (A07)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.parked_arrivals import parked_arrivals
from dvc_app.components.skeleton import skeleton
from dvc_app.components.sync_parts import system_cells, system_heads
from dvc_app.state.admin.connections import ConnectionsState as State
from dvc_app.state.sync_rows import SystemRow
from dvc_app.wording import status_sync as wording


def connections_page() -> rx.Component:
    """Compose the list."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.ADMIN_TITLE),
            rx.el.p(wording.ADMIN_LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.cond(State.loaded, _table(), skeleton(8)),
        parked_arrivals(),
        rx.cond(State.loaded & State.may_act, _pause()),
        active=routes.ADMIN_CONNECTIONS,
    )


def _table() -> rx.Component:
    return rx.el.table(
        rx.el.caption(wording.ADMIN_CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*system_heads(wording.ACTS))),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: SystemRow) -> rx.Component:
    return rx.el.tr(
        *system_cells(row, rx.el.span(row.name)),
        rx.el.td(
            rx.el.div(
                rx.cond(State.may_act & row.is_on, _acts(row)),
                class_name="stack-s",
            ),
            data_label=wording.ACTS,
        ),
        key=row.key,
    )


def _acts(row: SystemRow) -> rx.Component:
    quiet = "button button--quiet button--small"
    return rx.fragment(
        rx.cond(
            row.has_stuck,
            rx.el.button(
                wording.ALL_AGAIN,
                type="button",
                class_name=quiet,
                on_click=State.send_all(row.key),
            ),
        ),
        rx.cond(
            row.is_paused,
            rx.el.button(
                wording.RESUME,
                type="button",
                class_name=quiet,
                on_click=State.resume(row.key),
            ),
        ),
    )


def _pause() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PAUSE_TITLE),
        rx.el.p(wording.PAUSE_LEAD, class_name="muted"),
        rx.el.form(
            select_field(
                Field(
                    "system",
                    wording.SYSTEM_LABEL,
                    required=True,
                    error=State.problems.get("system", ""),
                ),
                [
                    rx.el.option(wording.CHOOSE_SYSTEM, value=""),
                    *[
                        rx.el.option(words, value=key)
                        for key, words in wording.SYSTEMS.items()
                    ],
                ],
            ),
            text_field(
                Field(
                    "reason",
                    wording.PAUSE_REASON,
                    wording.PAUSE_HINT,
                    required=True,
                    error=State.problems.get("reason", ""),
                ),
                auto_complete="off",
            ),
            rx.el.button(
                wording.PAUSE, type="submit", class_name="button button--quiet"
            ),
            key=State.form_key,
            on_submit=State.pause,
            no_validate=True,
            class_name="stack column",
        ),
        class_name="card stack",
    )
