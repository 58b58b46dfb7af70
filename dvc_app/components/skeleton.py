"""The grey outline of what is on its way (R43)."""

import reflex as rx

from dvc_app.wording import frame


def skeleton(lines: int = 4) -> rx.Component:
    """Return the outline of a card; its words are only read aloud."""
    return rx.el.div(
        rx.el.span(frame.LOADING, class_name="aside-words"),
        *[rx.el.span(class_name="skeleton", aria_hidden="true") for _ in range(lines)],
        class_name="card stack",
        aria_busy="true",
    )
