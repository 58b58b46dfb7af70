"""Lưu vào kho: each paper beside its fields, by keyboard alone if one likes (O09)."""

import reflex as rx

from dvc_app.components.form.fields import Field, select_field
from dvc_app.components.form.summary import required_legend, submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import office_page
from dvc_app.components.store_parts import (
    FORM_ID,
    paper_pages,
    store_field,
    store_keys,
)
from dvc_app.state.officer.store import StoreState as State
from dvc_app.state.officer.store_rows import PaperRow, SavedRow
from dvc_app.wording import digitising as wording
from dvc_app.wording import documents


def store_page() -> rx.Component:
    """Compose the page."""
    return office_page(
        State,
        wording.TITLE,
        _head(),
        rx.cond(
            State.is_empty,
            notice(wording.EMPTY),
            rx.fragment(
                _list(),
                rx.el.div(_picture(), _paper(), class_name="bench", key=State.form_key),
            ),
        ),
        store_keys(State.form_key, State.offered),
        held=State.code,
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(
            link(wording.BACK, to=State.back_href),
            " › ",
            wording.TITLE,
            class_name="small crumbs",
        ),
        rx.el.h1(wording.TITLE),
        rx.el.p(
            rx.el.span(State.code, class_name="num"),
            " · ",
            State.procedure,
            class_name="small muted",
        ),
        rx.el.p(wording.LEAD, class_name="muted"),
        class_name="stack-s",
    )


def _list() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.LIST, class_name="grow"),
            rx.el.span(State.progress, class_name="small num", role="status"),
            class_name="row",
        ),
        rx.el.ul(rx.foreach(State.papers, _line), class_name="store-list"),
        rx.cond(State.all_saved, notice(wording.ALL_SAVED, kind="done")),
        class_name="card stack-s",
    )


def _line(paper: PaperRow) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.b(paper.name),
                rx.el.span(paper.file_name, class_name="small muted"),
                class_name="grow",
            ),
            rx.el.span(paper.tag, class_name=paper.tag_css),
            type="button",
            aria_label=paper.label,
            aria_pressed=paper.is_open,
            class_name="store-line",
            on_click=State.choose(paper.id),
        ),
        key=paper.id,
    )


def _picture() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.b(State.name, class_name="grow"),
            rx.el.a(
                wording.OPEN_FILE, href=State.file_href, target="_blank", rel="noopener"
            ),
            class_name="row viewer-bar",
        ),
        rx.cond(
            State.pictures.length() > 0,
            paper_pages(State.pictures, State.boxes, State.name, State.form_key),
            rx.el.p(State.no_picture),
        ),
        aria_label=wording.PICTURE,
        class_name="viewer",
    )


def _paper() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.FORM),
        rx.cond(State.notice != "", notice(State.notice)),
        rx.cond(State.may_save, _form()),
        rx.cond(State.saved.length() > 0, _kept()),
        class_name="card stack",
    )


def _form() -> rx.Component:
    kind = Field(
        "kind", wording.KIND, required=True, error=State.problems.get("kind", "")
    )
    return rx.el.form(
        required_legend(),
        select_field(
            kind,
            [rx.el.option(name, value=code) for code, name in documents.KINDS.items()],
            value=State.kind,
            on_change=State.choose_kind,
        ),
        rx.foreach(
            State.fields,
            lambda field: store_field(field, State.problems, State.look_for_twin),
        ),
        rx.el.div(rx.cond(State.has_twin, notice(wording.HAS_TWIN)), role="status"),
        rx.el.div(
            submit_button(wording.SAVE, State.busy, wording.SAVING),
            class_name="actions",
        ),
        rx.el.p(wording.KEYS, class_name="small muted only-desk"),
        id=FORM_ID,
        on_submit=State.save,
        no_validate=True,
        class_name="stack store-form",
    )


def _kept() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.span(wording.SAVED, class_name="tag tag--done"),
            " ",
            wording.KEPT_AS,
        ),
        rx.el.dl(
            rx.el.dt(wording.KIND),
            rx.el.dd(State.kind_name),
            rx.foreach(State.saved, _fact),
            class_name="facts",
        ),
        class_name="stack-s",
    )


def _fact(row: SavedRow) -> rx.Component:
    return rx.fragment(rx.el.dt(row.label), rx.el.dd(row.value, class_name="wrap"))
