"""“Lấy giấy tờ từ kho” under a paper, and its dialog “Chọn tài liệu điện tử” (C12)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.dialog import PageDialog
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.citizen.document_rows import DocumentRow
from dvc_app.state.citizen.vault_picker import VaultPickerState
from dvc_app.wording import documents
from dvc_app.wording import vault_picker as wording


def vault_button(code: Any, name: Any, state: Any = VaultPickerState) -> rx.Component:
    """Return the button of one place. Any: Vars of text, and whose offers they are."""
    count = state.counts.get(code, "")
    return rx.el.div(
        rx.el.button(
            wording.PICK,
            type="button",
            aria_label=wording.PICK_FOR.format(name="") + name,
            aria_haspopup="dialog",
            on_click=state.open(code, name),
            class_name="button button--quiet",
        ),
        rx.cond(count != "", rx.el.span(count, class_name="tag tag--done")),
        class_name="row from-vault",
    )


def vault_dialog(state: Any = VaultPickerState) -> rx.Component:
    """Return the dialog; it stands once on the page. Any: a state with VaultOffers."""
    return PageDialog.create(
        rx.el.div(
            rx.el.div(
                rx.el.h2(wording.PICK_TITLE),
                rx.el.button(
                    wording.CLOSE,
                    type="button",
                    on_click=state.close,
                    class_name="button button--text button--small",
                ),
                class_name="row spread",
            ),
            rx.el.p(state.lead, class_name="muted"),
            rx.cond(
                state.problem != "", notice(state.problem, kind="error", role="alert")
            ),
            rx.cond(
                (state.fitting.length() > 0) | (state.others.length() > 0),
                rx.el.p(wording.PICK_CONSENT, class_name="small", id="dong-y-dung"),
                _nothing(),
            ),
            rx.cond(
                state.fitting.length() > 0, _group(wording.PICK_FIRST, "fitting", state)
            ),
            rx.cond(
                state.others.length() > 0, _group(wording.PICK_REST, "others", state)
            ),
            class_name="stack",
        ),
        open=state.slot != "",
        label=wording.PICK_TITLE,
        on_leave=state.close,
    )


def _group(title: str, papers: str, state: Any) -> rx.Component:
    rows = rx.el.ul(
        rx.foreach(getattr(state, papers), lambda row: _offer(row, state)),
        class_name="stack-s",
    )
    if papers == "others":
        return rx.el.details(rx.el.summary(title), rows, class_name="fold")
    return rx.el.section(rx.el.h3(title), rows, class_name="stack-s")


def _offer(row: DocumentRow, state: Any) -> rx.Component:
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
                on_click=state.use(row.id),
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
