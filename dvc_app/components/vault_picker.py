"""“Lấy giấy tờ từ kho” under a paper, and its dialog “Chọn tài liệu điện tử” (C12)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.dialog import PageDialog
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.citizen.document_rows import DocumentRow
from dvc_app.state.citizen.vault_picker import VaultPickerState as State
from dvc_app.wording import documents
from dvc_app.wording import vault_picker as wording


def vault_button(code: Any, name: Any) -> rx.Component:
    """Return the button of one component. Any: Vars of text."""
    count = State.counts.get(code, "")
    return rx.el.div(
        rx.el.button(
            wording.PICK,
            type="button",
            aria_label=wording.PICK_FOR.format(name="") + name,
            aria_haspopup="dialog",
            on_click=State.open(code, name),
            class_name="button button--quiet",
        ),
        rx.cond(count != "", rx.el.span(count, class_name="tag tag--done")),
        class_name="row from-vault",
    )


def vault_dialog() -> rx.Component:
    """Return the dialog; it stands once on the page."""
    return PageDialog.create(
        rx.el.div(
            rx.el.div(
                rx.el.h2(wording.PICK_TITLE),
                rx.el.button(
                    wording.CLOSE,
                    type="button",
                    on_click=State.close,
                    class_name="button button--text button--small",
                ),
                class_name="row spread",
            ),
            rx.el.p(State.lead, class_name="muted"),
            rx.cond(
                State.problem != "", notice(State.problem, kind="error", role="alert")
            ),
            rx.cond(
                (State.fitting.length() > 0) | (State.others.length() > 0),
                rx.el.p(wording.PICK_CONSENT, class_name="small", id="dong-y-dung"),
                _nothing(),
            ),
            rx.cond(State.fitting.length() > 0, _group(wording.PICK_FIRST, "fitting")),
            rx.cond(State.others.length() > 0, _group(wording.PICK_REST, "others")),
            class_name="stack",
        ),
        open=State.slot != "",
        label=wording.PICK_TITLE,
        on_leave=State.close,
    )


def _group(title: str, papers: str) -> rx.Component:
    rows = rx.el.ul(rx.foreach(getattr(State, papers), _offer), class_name="stack-s")
    if papers == "others":
        return rx.el.details(rx.el.summary(title), rows, class_name="fold")
    return rx.el.section(rx.el.h3(title), rows, class_name="stack-s")


def _offer(row: DocumentRow) -> rx.Component:
    return rx.el.li(
        rx.cond(
            row.thumbnail != "",
            rx.el.a(
                rx.el.img(src=row.thumbnail, alt=row.preview_label, loading="lazy"),
                href=row.file,
                target="_blank",
                class_name="thumbnail",
            ),
        ),
        rx.el.div(
            rx.el.b(row.title),
            rx.el.span(row.facts, class_name="small muted"),
            rx.el.span(
                rx.el.span(row.source, class_name=row.source_css),
                rx.el.span(row.state, class_name=row.state_css),
                class_name="row",
            ),
            rx.cond(row.hint != "", rx.el.span(row.hint, class_name=row.hint_css)),
            class_name="grow",
        ),
        rx.el.div(
            rx.el.button(
                wording.PICK_USE,
                type="button",
                aria_label=wording.PICK_USE_NAMED.format(name="") + row.title,
                aria_describedby="dong-y-dung",
                on_click=State.use(row.id),
                class_name="button button--small",
            ),
            rx.cond(
                row.file != "",
                rx.el.a(
                    documents.OPEN,
                    href=row.file,
                    target="_blank",
                    aria_label=row.open_label,
                    class_name="button button--text button--small",
                ),
            ),
            class_name="row offer-acts",
        ),
        class_name="file offer",
        key=row.id,
    )


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(wording.PICK_NONE)),
        rx.el.p(wording.PICK_NONE_HINT, class_name="small muted"),
        link(wording.PICK_MANAGE, to=routes.MY_DOCUMENTS),
        class_name="stack-s",
    )
