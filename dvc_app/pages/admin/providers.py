"""Kênh thanh toán: which banks and wallets are offered."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.providers import ProviderRow
from dvc_app.state.admin.providers import ProvidersState as State
from dvc_app.wording import providers as wording


def providers_page() -> rx.Component:
    """Compose the list."""
    return admin_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.cond(
            State.loaded,
            rx.cond(
                State.rows.length() > 0,
                _table(),
                rx.el.p(wording.EMPTY, class_name="card empty", role="status"),
            ),
            skeleton(8),
        ),
        active=routes.ADMIN_PROVIDERS,
    )


def _table() -> rx.Component:
    heads = (
        wording.NAME,
        wording.KIND,
        wording.GATEWAY,
        wording.FEE,
        wording.STATE,
        wording.ACT,
    )
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: ProviderRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.name), data_label=wording.NAME),
        rx.el.td(row.kind, data_label=wording.KIND),
        rx.el.td(row.gateway, data_label=wording.GATEWAY),
        rx.el.td(rx.el.span(row.fee, class_name="num"), data_label=wording.FEE),
        rx.el.td(
            rx.el.span(row.state, class_name=row.state_css),
            rx.cond(
                row.failing != "", rx.el.span(row.failing, class_name="small late")
            ),
            data_label=wording.STATE,
        ),
        rx.el.td(
            rx.el.button(
                row.act,
                type="button",
                aria_label=row.act_label,
                on_click=State.switch(row.code, ~row.is_on),
                class_name="button button--quiet button--small",
            ),
            data_label=wording.ACT,
        ),
        key=row.code,
    )
