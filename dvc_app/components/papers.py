"""A paper of a dossier with its files: sent, checked, refused (C12)."""

import reflex as rx

from dvc_app.components.uploader import uploader
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_rows import FileRow, PaperRow
from dvc_app.wording import uploads


def paper(row: PaperRow) -> rx.Component:
    """Return one paper, its files, and the button that sends more."""
    error = FilingState.problems.get(row.code, "")
    return rx.el.div(
        rx.el.div(
            rx.el.h3(
                row.name,
                class_name=rx.cond(row.required, "required paper-name", "paper-name"),
            ),
            rx.cond(row.tags != "", rx.el.span(row.tags, class_name="tag")),
            rx.cond(row.hint != "", rx.el.p(row.hint, class_name="small muted")),
            rx.cond(error != "", rx.el.p(error, class_name="error")),
        ),
        rx.el.ul(rx.foreach(row.files, sent_file), class_name="stack-s"),
        uploader(row.endpoint, row.send_label, row.known),
        id=row.code,
        class_name=rx.cond(error != "", "paper field--error", "paper"),
    )


def sent_file(file: FileRow) -> rx.Component:
    """Return one file the server has."""
    return rx.el.li(
        rx.cond(
            file.thumbnail != "",
            rx.el.a(
                rx.el.img(src=file.thumbnail, alt=file.preview_label, loading="lazy"),
                href=file.address,
                target="_blank",
                class_name="thumbnail",
            ),
        ),
        rx.el.span(
            rx.cond(
                file.address != "",
                rx.el.a(file.name, href=file.address, target="_blank"),
                file.name,
            ),
            rx.el.span(file.details, class_name="small muted"),
            rx.cond(file.fault != "", rx.el.span(file.fault, class_name="small error")),
            class_name="grow",
        ),
        rx.el.span(file.state, class_name=file.state_css, role="status"),
        rx.el.button(
            uploads.REMOVE,
            type="button",
            aria_label=file.remove_label,
            class_name="button button--text button--small",
            on_click=FilingState.remove_file(file.id),
        ),
        class_name="file",
        key=file.id,
    )


def undo_line() -> rx.Component:
    """Return the line that brings a removed file back (R21)."""
    return rx.el.div(
        rx.cond(
            FilingState.removed_file != "",
            rx.el.p(
                uploads.REMOVED,
                " ",
                rx.el.button(
                    uploads.UNDO,
                    type="button",
                    class_name="as-link",
                    on_click=FilingState.restore_file,
                ),
                class_name="notice",
            ),
        ),
        role="status",
    )
