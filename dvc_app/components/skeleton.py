"""The grey outline of what is on its way (R43)."""

import reflex as rx

from dvc_app.components.browser_parts import LongWait
from dvc_app.state.base import AppState
from dvc_app.wording import frame


def skeleton(lines: int = 4) -> rx.Component:
    """Return the outline of a card; its words are only read aloud.

    A load that was lost, with its server or its line, would leave it there for ever:
    after 10 s it says that it takes long, and the page asks again.
    """
    return rx.fragment(
        rx.el.div(
            rx.el.span(frame.LOADING, class_name="aside-words"),
            *[
                rx.el.span(class_name="skeleton", aria_hidden="true")
                for _ in range(lines)
            ],
            class_name="card stack",
            aria_busy="true",
        ),
        LongWait.create(
            words=frame.SLOW,
            retry=frame.TRY_AGAIN,
            on_long=AppState.load_again.temporal,
        ),
    )
