"""The notice that a draft was changed elsewhere, above the form that is open (R2)."""

import reflex as rx

from dvc_app.state.citizen.two_tabs import TwoTabsState as State
from dvc_app.wording import two_tabs as wording


def changed_elsewhere() -> rx.Component:
    """Return the notice; it stays in sight while somebody types further down."""
    return rx.el.div(
        rx.cond(
            State.is_changed,
            rx.el.div(
                rx.el.div(
                    rx.el.p(rx.el.b(wording.CHANGED)),
                    rx.el.p(State.where, " ", wording.SAFE, class_name="small"),
                    class_name="grow",
                ),
                rx.el.button(
                    wording.SHOW,
                    type="button",
                    class_name="button button--quiet",
                    on_click=State.show_new,
                ),
                class_name="notice notice--warn row",
            ),
        ),
        role="status",
        class_name="elsewhere",
    )
