"""Bảo mật tài khoản: an officer's password, authenticator, codes, sessions, notices."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.layout import desk_shell
from dvc_app.components.notice import notice
from dvc_app.components.officer_keys import officer_password_fields, recovery_codes
from dvc_app.components.post_button import post_button
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.devices import DeviceRow, DevicesState
from dvc_app.state.officer.security import NoticeRow, SecurityState
from dvc_app.wording import activation as wording
from dvc_app.wording import devices, errors, province


def security_page() -> rx.Component:
    """Compose the page."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.SECURITY_TITLE),
            rx.el.p(wording.SIGNED_IN_AS, rx.el.b(SecurityState.sign_in_name)),
            class_name="stack",
        ),
        recovery_codes(),
        rx.cond(
            SecurityState.is_ready,
            rx.el.div(
                _factor(), _recovery(), _password(), *_national(), class_name="halves"
            ),
            skeleton(),
        ),
        _devices(),
        _notices(),
        css="frame stack-l page",
    )


def _factor() -> rx.Component:
    return PostForm.create(
        rx.el.h2(wording.FACTOR_TITLE),
        rx.el.p(wording.FACTOR_LEAD),
        post_button(wording.FACTOR_SUBMIT, wording.FACTOR_BUSY),
        action=routes.API_NEW_AUTHENTICATOR,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="card stack",
    )


def _recovery() -> rx.Component:
    return PostForm.create(
        rx.el.h2(wording.RECOVERY_TITLE),
        rx.el.p(SecurityState.codes_words),
        rx.el.p(wording.RECOVERY_NEW_HINT, class_name="small muted"),
        post_button(wording.RECOVERY_NEW, wording.RECOVERY_BUSY),
        action=routes.API_NEW_RECOVERY_CODES,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        on_done=SecurityState.codes_made,
        class_name="card stack",
    )


def _password() -> rx.Component:
    return PostForm.create(
        rx.el.h2(wording.PASSWORD_TITLE),
        rx.el.p(wording.PASSWORD_LEAD, class_name="small muted"),
        text_field(
            Field("present", wording.PRESENT, required=True),
            type="password",
            auto_complete="current-password",
        ),
        officer_password_fields(wording.NEW_RULE),
        post_button(wording.PASSWORD_SUBMIT, wording.PASSWORD_BUSY),
        action=routes.API_OFFICER_PASSWORD,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        on_done=SecurityState.password_changed,
        class_name="card stack",
    )


def _national() -> list[rx.Component]:
    if "national" not in province.doors():
        return []
    return [
        rx.el.section(
            rx.el.h2(wording.LINK_TITLE),
            rx.cond(SecurityState.said != "", notice(SecurityState.said, kind="warn")),
            rx.cond(
                SecurityState.is_linked,
                rx.el.p(wording.IS_LINKED),
                rx.fragment(
                    rx.el.p(wording.LINK_LEAD),
                    PostForm.create(
                        rx.el.input(type="hidden", name="muc", value="can-bo-lien-ket"),
                        post_button(
                            wording.LINK, wording.LINK_BUSY, "button button--quiet"
                        ),
                        action=routes.API_NATIONAL,
                        heading=errors.TO_FIX,
                        failed=errors.NOT_SENT,
                    ),
                ),
            ),
            class_name="card stack",
        )
    ]


def _devices() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.DEVICES_TITLE),
        rx.el.p(wording.DEVICES_LEAD, class_name="small muted"),
        rx.el.ul(rx.foreach(DevicesState.devices, _device), class_name="posts"),
        class_name="stack",
    )


def _device(row: rx.Var[DeviceRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(row.device),
            rx.el.p(f"{devices.SINCE} {row.since}", class_name="small muted num"),
            class_name="grow",
        ),
        rx.cond(
            row.is_this,
            rx.el.span(devices.THIS_ONE, class_name="tag tag--done"),
            rx.el.button(
                devices.END,
                type="button",
                class_name="button button--quiet",
                aria_label=row.end_label,
                on_click=DevicesState.end(row.id, row.device),
            ),
        ),
        class_name="card",
        key=row.id,
    )


def _notices() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NOTICES_TITLE),
        rx.cond(
            SecurityState.notices.length() > 0,
            rx.el.ul(rx.foreach(SecurityState.notices, _notice), class_name="timeline"),
            rx.el.p(wording.NO_NOTICES, class_name="muted"),
        ),
        class_name="stack",
    )


def _notice(row: rx.Var[NoticeRow]) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            row.words,
            rx.cond(
                row.is_new, rx.el.span(wording.NEW_NOTICE, class_name="tag tag--new")
            ),
            class_name="row",
        ),
        rx.el.p(row.at, class_name="small muted num"),
        rx.cond(row.facts != "", rx.el.p(row.facts, class_name="small")),
        key=row.id,
    )
