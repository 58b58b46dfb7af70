"""‹Lấy số thứ tự›: big buttons for whoever comes in (O04)."""

import reflex as rx

from dvc_app.components.browser_parts import PrintButton
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.layout import page_shell
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.kiosk import BusinessRow
from dvc_app.state.public.kiosk import KioskState as State
from dvc_app.wording import counter as wording


def kiosk_page() -> rx.Component:
    """Compose the page."""
    where = rx.fragment(
        rx.el.h1(wording.KIOSK_TITLE), notice(wording.KIOSK_WHERE, kind="warn")
    )
    return page_shell(
        rx.cond(
            State.loaded,
            rx.cond(
                State.missing, where, rx.cond(State.number != "", _given(), _choose())
            ),
            rx.fragment(rx.el.h1(wording.KIOSK_TITLE), skeleton(6)),
        ),
        css="frame stack page kiosk",
    )


def _choose() -> rx.Component:
    return rx.fragment(
        rx.el.h1(wording.KIOSK_TITLE),
        rx.el.p(rx.el.b(State.agency)),
        rx.el.p(wording.KIOSK_LEAD, class_name="muted"),
        rx.el.div(
            rx.foreach(State.business, _business),
            rx.el.button(
                wording.KIOSK_ANY,
                type="button",
                class_name="button button--quiet kiosk-choice",
                on_click=State.take(""),
            ),
            class_name="kiosk-choices",
        ),
        rx.el.form(
            text_field(
                Field(
                    "key",
                    wording.KIOSK_CARRY,
                    hint=wording.CARRY_HINT,
                    error=State.problems.get("key", ""),
                ),
                auto_complete="off",
                spell_check=False,
            ),
            rx.el.button(
                wording.KIOSK_TAKE, type="submit", class_name="button button--quiet"
            ),
            on_submit=State.take_carried,
            no_validate=True,
            class_name="card stack-s",
        ),
    )


def _business(row: BusinessRow) -> rx.Component:
    return rx.el.button(
        row.name,
        type="button",
        key=row.code,
        class_name="button button--quiet kiosk-choice",
        on_click=State.take(row.code),
    )


def _given() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.YOUR_NUMBER),
        rx.el.p(State.number, class_name="big-number num"),
        rx.cond(State.chosen != "", rx.el.p(State.chosen)),
        rx.el.p(rx.el.b(State.ahead)),
        rx.el.p(State.agency, " · ", State.taken_at, class_name="muted"),
        rx.el.div(
            PrintButton.create(wording.PRINT_TICKET, class_name="button button--quiet"),
            rx.el.button(
                wording.NEXT_PERSON,
                type="button",
                class_name="button",
                on_click=State.forget,
            ),
            class_name="row only-screen",
        ),
        role="status",
        class_name="card stack ticket",
    )
