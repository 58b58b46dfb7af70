"""What the portal says aloud: one live region a page, and notices in place."""

from typing import Any

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.wording import frame

KINDS = {
    "info": "notice",
    "warn": "notice notice--warn",
    "error": "notice notice--error",
    "done": "notice notice--done",
}


def notice(*children: Any, kind: str = "info", **props: Any) -> rx.Component:
    """Return a notice that stands in the page."""
    # Any: what rx.el elements take as children and props.
    return rx.el.div(*children, class_name=KINDS[kind], **props)


def live_region() -> rx.Component:
    """Return the place where what just happened is said (R32)."""
    kind = rx.match(
        AppState.notice_kind,
        *[(name, css) for name, css in KINDS.items()],
        KINDS["info"],
    )
    return rx.el.div(
        rx.cond(
            AppState.notice != "",
            rx.el.div(
                rx.el.span(AppState.notice, style={"flex": "1"}),
                rx.el.button(
                    "×",
                    type="button",
                    class_name="close",
                    aria_label=frame.CLOSE_NOTICE,
                    on_click=AppState.close_notice,
                ),
                class_name=kind.to(str) + " row",
            ),
        ),
        class_name="frame live",
        role="status",
        aria_live="polite",
    )
