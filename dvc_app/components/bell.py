"""The bell of the frame, with how many notices wait (C00)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.wording import frame

BODY = "M6 8a6 6 0 0 1 12 0c0 7 3 9 3 9H3s3-2 3-9"
CLAPPER = "M10.3 21a1.94 1.94 0 0 0 3.4 0"


def bell() -> rx.Component:
    """Return a link to the notices; a new one is told politely (R32)."""
    return link(
        rx.el.svg(
            rx.el.path(d=BODY),
            rx.el.path(d=CLAPPER),
            view_box="0 0 24 24",
            aria_hidden="true",
            fill="none",
            stroke="currentColor",
            stroke_width="2",
            stroke_linecap="round",
            stroke_linejoin="round",
        ),
        rx.cond(
            AppState.unread != "",
            rx.el.span(AppState.unread, aria_hidden="true", class_name="num"),
        ),
        rx.el.span(frame.NOTIFICATIONS + ": ", class_name="sr-only"),
        rx.el.span(AppState.unread_words, role="status", class_name="sr-only"),
        to=routes.MY_NOTIFICATIONS,
        class_name="bell",
    )
