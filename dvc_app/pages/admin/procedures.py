"""Thủ tục: the catalogue, searched and filtered (A02)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.procedures import KIND, TEXT, ProcedureLineRow, Tag
from dvc_app.state.admin.procedures import ProcedureListState as State
from dvc_app.wording import procedure_changes as wording


def procedures_page() -> rx.Component:
    """Compose filter and list."""
    return admin_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        _filters(),
        rx.cond(State.loaded, _list(), skeleton(6)),
        active=routes.ADMIN_PROCEDURES,
    )


def _filters() -> rx.Component:
    return rx.el.form(
        text_field(
            Field(TEXT, wording.TEXT),
            State.filters[TEXT],
            type="search",
            auto_complete="off",
            spell_check=False,
            enter_key_hint="search",
        ),
        select_field(
            Field(KIND, wording.KIND),
            [
                rx.el.option(wording.ANY_KIND, value=""),
                *[
                    rx.el.option(words, value=str(kind))
                    for kind, words in wording.KINDS.items()
                ],
            ],
            default_value=State.filters[KIND],
        ),
        rx.el.div(
            rx.el.button(
                wording.SEARCH, type="submit", class_name="button button--quiet"
            ),
            rx.cond(
                State.has_filters,
                link(
                    wording.CLEAR,
                    to=routes.ADMIN_PROCEDURES,
                    class_name="button button--text",
                ),
            ),
            class_name="row filter-acts",
        ),
        role="search",
        aria_label=wording.FILTERS,
        key=State.filters_key,
        class_name="card filters filters--few",
        no_validate=True,
        on_submit=State.search,
    )


def _list() -> rx.Component:
    return rx.el.section(
        rx.el.p(State.count, role="status", class_name="muted"),
        rx.cond(
            State.rows.length() > 0,
            _table(),
            rx.el.p(wording.NONE, class_name="card empty"),
        ),
        rx.el.nav(
            paging_link(wording.BEFORE, State.before),
            rx.el.span(State.pages, class_name="num"),
            paging_link(wording.AFTER, State.after),
            aria_label=wording.CAPTION,
            class_name="row",
        ),
        class_name="stack",
    )


def _table() -> rx.Component:
    heads = (wording.NAME, wording.CODE, wording.SECTOR, wording.STATE)
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: ProcedureLineRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.b(link(row.name, to=row.href), class_name="clamped"),
            rx.cond(row.plain != "", rx.el.p(row.plain, class_name="small muted")),
            data_label=wording.NAME,
        ),
        rx.el.td(row.code, class_name="num", data_label=wording.CODE),
        rx.el.td(row.sector, data_label=wording.SECTOR),
        rx.el.td(
            rx.el.div(rx.foreach(row.tags, _tag), class_name="tags"),
            data_label=wording.STATE,
        ),
        key=row.href,
    )


def _tag(tag: Tag) -> rx.Component:
    return rx.el.span(tag.words, class_name=tag.css)
