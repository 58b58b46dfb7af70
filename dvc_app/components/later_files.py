"""Files that come after the submission: those sent, and the button to send more."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from dvc_app.state.later_files import LaterFile
from dvc_app.wording import uploads


def sent_files(files: Any, remove: Callable[..., Any] | None = None) -> rx.Component:
    """Return the files; with a handler, each can be removed again."""

    # Any: a Var of rows, and an event handler.
    def one(file: LaterFile) -> rx.Component:
        return rx.el.li(
            rx.el.span(
                rx.cond(
                    file.address != "",
                    rx.el.a(file.name, href=file.address, target="_blank"),
                    file.name,
                ),
                rx.el.span(file.details, class_name="small muted"),
                rx.cond(
                    file.fault != "", rx.el.span(file.fault, class_name="small error")
                ),
                class_name="grow",
            ),
            rx.cond(
                file.state != "",
                rx.el.span(file.state, class_name=file.state_css, role="status"),
            ),
            _remove(file, remove) if remove else rx.fragment(),
            class_name="file",
            key=file.id,
        )

    return rx.el.ul(rx.foreach(files, one), class_name="stack-s")


def _remove(file: LaterFile, remove: Callable[..., Any]) -> rx.Component:
    return rx.el.button(
        uploads.REMOVE,
        type="button",
        aria_label=file.remove_label,
        class_name="button button--text button--small",
        on_click=remove(file.id),
    )
