"""The talk about a dossier, as both sides draw it."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.later_files import sent_files
from dvc_app.components.uploader import uploader
from dvc_app.state.message_rows import MessageRow
from dvc_app.wording import messages as wording


def thread(state: Any, **typed: Any) -> rx.Component:
    """Return the messages, the oldest first, and the field to write another."""
    # Any: a state class, whose vars have no common type; handlers of the field.
    return rx.el.section(
        rx.cond(
            state.rows.length() > 0,
            rx.el.ol(
                rx.foreach(state.rows, _message),
                class_name="messages",
                aria_live="polite",
            ),
            rx.el.p(wording.NONE, class_name="muted"),
        ),
        _writing(state, typed),
        class_name="stack",
    )


def _message(row: MessageRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.el.b(row.who),
            rx.el.span(row.when, class_name="small muted"),
            class_name="row",
        ),
        rx.el.p(row.text, class_name="typed said"),
        rx.cond(row.files.length() > 0, sent_files(row.files)),
        rx.cond(row.seen != "", rx.el.p(row.seen, class_name="small muted")),
        class_name=row.css,
        key=row.id,
    )


def _writing(state: Any, typed: dict[str, Any]) -> rx.Component:
    field = Field(
        "text",
        wording.WRITE,
        hint=wording.WRITE_HINT,
        required=True,
        error=state.problems.get("text", ""),
    )
    return rx.el.form(
        area_field(field, state.template, **typed),
        rx.cond(
            state.files.length() > 0,
            rx.el.div(
                rx.el.b(wording.FILES, class_name="small"),
                sent_files(state.files, state.remove_file),
                class_name="stack-s",
            ),
        ),
        rx.el.span(state.problems.get("files", ""), class_name="error", id="files-loi"),
        rx.el.div(
            uploader(state.endpoint, wording.SEND_FILE, state.known),
            rx.el.span(class_name="grow"),
            submit_button(wording.SEND, state.busy, wording.SENDING),
            class_name="row sending",
        ),
        key=state.form_key,
        on_submit=state.send,
        no_validate=True,
        class_name="card stack",
    )
