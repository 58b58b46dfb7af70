"""Thiết bị đang đăng nhập: see where one is signed in, and end it."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.link import link
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.devices import DeviceRow, DevicesState, NoticeRow
from dvc_app.wording import devices as wording
from dvc_app.wording import errors, my_password


def devices_page() -> rx.Component:
    """Compose the list."""
    return profile_shell(
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
        _notices(),
        active=routes.MY_DEVICES,
    )


def _table() -> rx.Component:
    heads = (
        wording.DEVICE,
        wording.WAY,
        wording.SINCE,
        wording.LAST_USED,
        wording.ACTION,
    )
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
        rx.el.td(
            rx.el.b(row.device),
            rx.cond(row.is_new, rx.el.span(wording.NEW, class_name="tag tag--warn")),
            rx.cond(row.is_shared, rx.el.span(wording.SHARED, class_name="tag")),
            custom_attrs={"data-label": wording.DEVICE},
        ),
        rx.el.td(row.way, custom_attrs={"data-label": wording.WAY}),
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


def _notices() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NOTICES),
        rx.cond(
            DevicesState.notices.length() > 0,
            rx.el.ul(
                rx.foreach(DevicesState.notices, _notice), class_name="stack notices"
            ),
            rx.el.p(wording.NO_NOTICES, class_name="muted"),
        ),
        rx.el.p(link(my_password.TITLE, to=routes.MY_PASSWORD)),
        class_name="stack",
    )


def _notice(row: rx.Var[NoticeRow]) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.at, class_name="small muted num"),
        rx.el.p(row.words),
        rx.cond(row.facts != "", rx.el.p(row.facts, class_name="small muted")),
    )
