"""Thiết bị đang đăng nhập: see where one is signed in, and end it."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.layout import page_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.devices import DeviceRow, DevicesState
from dvc_app.wording import devices as wording
from dvc_app.wording import errors


def devices_page() -> rx.Component:
    """Compose the list."""
    return page_shell(
        rx.el.div(rx.el.h1(wording.TITLE), rx.el.p(wording.LEAD), class_name="stack"),
        rx.cond(
            DevicesState.is_ready,
            rx.el.section(
                rx.el.p(DevicesState.count, role="status", class_name="muted"),
                rx.cond(
                    DevicesState.devices.length() > 0,
                    _table(),
                    rx.el.p(wording.NONE),
                ),
                class_name="stack",
            ),
            skeleton(),
        ),
        _end_all(),
        css="frame stack-l page",
    )


def _table() -> rx.Component:
    heads = (wording.DEVICE, wording.SINCE, wording.LAST_USED, wording.ACTION)
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="aside-words"),
        rx.el.thead(
            rx.el.tr(*[rx.el.th(head, scope="col") for head in heads]),
        ),
        rx.el.tbody(rx.foreach(DevicesState.devices, _row)),
        class_name="table table--cards",
    )


def _row(row: rx.Var[DeviceRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.device), custom_attrs={"data-label": wording.DEVICE}),
        rx.el.td(
            row.since, class_name="num", custom_attrs={"data-label": wording.SINCE}
        ),
        rx.el.td(
            row.last_used,
            class_name="num",
            custom_attrs={"data-label": wording.LAST_USED},
        ),
        rx.el.td(
            rx.cond(
                row.is_this,
                rx.el.span(wording.THIS_ONE, class_name="tag tag--done"),
                rx.el.button(
                    wording.END,
                    type="button",
                    class_name="button button--quiet",
                    aria_label=row.end_label,
                    on_click=DevicesState.end(row.id, row.device),
                ),
            ),
            custom_attrs={"data-label": wording.ACTION},
        ),
        key=row.id,
    )


def _end_all() -> rx.Component:
    return PostForm.create(
        rx.el.button(wording.END_ALL, type="submit", class_name="button button--quiet"),
        rx.el.p(wording.END_ALL_HINT, class_name="small muted"),
        action=routes.API_SIGN_OUT_EVERYWHERE,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="stack",
    )
