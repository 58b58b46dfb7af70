"""A paper of a dossier with its files: sent, checked, refused (C12)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.filing import of_draft
from dvc_app.components.link import link
from dvc_app.components.paper_pages import paper_pages
from dvc_app.components.uploader import uploader
from dvc_app.components.vault_picker import vault_button
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.paper_pages import PaperPagesState
from dvc_app.state.citizen.paper_rows import FileRow, PaperRow
from dvc_app.wording import uploads


def paper(row: PaperRow) -> rx.Component:
    """Return one paper, its files, and the buttons that send more."""
    error = FilingState.problems.get(row.code, "")
    return rx.el.div(
        rx.el.div(
            rx.el.h3(
                row.name,
                class_name=rx.cond(row.required, "required paper-name", "paper-name"),
            ),
            rx.cond(row.tags != "", rx.el.span(row.tags, class_name="tag")),
            rx.cond(row.when != "", rx.el.p(row.when, class_name="small paper-when")),
            rx.cond(row.hint != "", rx.el.p(row.hint, class_name="small muted")),
            rx.cond(error != "", rx.el.p(error, class_name="error")),
            class_name="paper-head",
        ),
        rx.cond(row.files.length() > 0, _files(row)),
        paper_pages(row),
        rx.cond(row.instead != "", _instead(row), _acts(row)),
        id=row.code,
        class_name=rx.cond(error != "", "paper field--error", "paper"),
        key=row.code,
    )


def _files(row: PaperRow) -> rx.Component:
    return rx.el.ul(rx.foreach(row.files, sent_file), class_name="stack-s")


def _acts(row: PaperRow) -> rx.Component:
    return rx.el.div(
        uploader(
            row.endpoint,
            row.send_label,
            row.known,
            accept=row.accept,
            parts=row.parts,
            shrinks=True,
            camera=row.takes_photos & (row.pages.length() > 0),
        ),
        vault_button(row.code, row.name),
        rx.cond(row.limits != "", rx.el.p(row.limits, class_name="small muted limits")),
        class_name="paper-acts",
    )


def _instead(row: PaperRow) -> rx.Component:
    """Return why nothing has to be sent; a copy may be sent all the same."""
    return rx.el.div(
        rx.el.p(
            rx.el.b("✓ ", aria_hidden=True),
            row.instead,
            rx.cond(
                row.is_form,
                rx.fragment(
                    " ",
                    link(uploads.BY_FORM_LINK, to=of_draft(routes.FILE_INFORMATION)),
                ),
            ),
            class_name="notice notice--done",
        ),
        rx.cond(
            row.instead_facts != "",
            rx.el.p(row.instead_facts, class_name="small muted"),
        ),
        rx.el.details(
            rx.el.summary(uploads.SEND_ANYWAY), _acts(row), class_name="fold small"
        ),
        class_name="stack-s",
    )


def sent_file(file: FileRow) -> rx.Component:
    """Return one file the server has."""
    return rx.el.li(
        rx.cond(file.thumbnail != "", _picture(file)),
        rx.el.span(
            rx.cond(
                file.address != "",
                rx.el.a(file.name, href=file.address, target="_blank"),
                file.name,
            ),
            rx.el.span(file.details, class_name="small muted"),
            rx.cond(
                file.signature != "",
                rx.el.span(file.signature, class_name=file.signature_css),
            ),
            rx.cond(file.fault != "", rx.el.span(file.fault, class_name="small error")),
            class_name="grow",
        ),
        rx.el.span(file.state, class_name=file.state_css, role="status"),
        rx.cond(
            file.edit_label != "",
            rx.el.button(
                uploads.EDIT_PAGES,
                type="button",
                aria_label=file.edit_label,
                class_name="button button--text button--small",
                on_click=PaperPagesState.unbind(file.id),
            ),
        ),
        rx.el.button(
            uploads.REMOVE,
            type="button",
            aria_label=file.remove_label,
            class_name="button button--text button--small",
            on_click=FilingState.remove_file(file.id),
        ),
        rx.cond(file.takes_note, _note(file)),
        class_name="file",
        key=file.id,
    )


def _picture(file: FileRow) -> rx.Component:
    return rx.el.a(
        rx.el.img(src=file.thumbnail, alt=file.preview_label, loading="lazy"),
        href=file.address,
        target="_blank",
        class_name="thumbnail",
    )


def _note(file: FileRow) -> rx.Component:
    return rx.el.label(
        rx.el.span(uploads.NOTE, class_name="small"),
        rx.el.input(
            type="text",
            default_value=file.note,
            max_length=200,
            aria_label=file.note_label,
            auto_complete="off",
            on_blur=PaperPagesState.describe(file.id),
        ),
        class_name="field file-note",
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
