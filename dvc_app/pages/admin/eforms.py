"""Biểu mẫu điện tử: the list of forms, searched and filtered (A03)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, filter_foot
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.eform_rows import FormRow, Tag
from dvc_app.state.admin.eforms import OWN, TEXT, WAITING, WHICH
from dvc_app.state.admin.eforms import EformsState as State
from dvc_app.wording import eform_changes as wording

HEADS = (
    wording.CODE,
    wording.NAME,
    wording.PROCEDURES,
    wording.VERSION,
    wording.WAITS,
)


def eforms_page() -> rx.Component:
    """Compose filter and list."""
    return admin_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        _filters(),
        rx.cond(State.loaded, _list(), skeleton(8)),
        active=routes.ADMIN_EFORMS,
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
            Field(WHICH, wording.WHICH),
            [
                rx.el.option(wording.ALL, value=""),
                rx.el.option(wording.OWN, value=OWN),
            ],
            default_value=State.filters[WHICH],
        ),
        filter_foot(State, WAITING, wording.WAITING_ONLY, routes.ADMIN_EFORMS),
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
            rx.el.table(
                rx.el.caption(wording.CAPTION, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in HEADS])),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards card admin-table",
            ),
            rx.el.p(wording.NONE, class_name="card empty"),
        ),
        rx.cond(
            (State.before != "") | (State.after != ""),
            rx.el.nav(
                paging_link(wording.BEFORE, State.before),
                rx.el.span(State.pages, class_name="num"),
                paging_link(wording.AFTER, State.after),
                aria_label=wording.CAPTION,
                class_name="row",
            ),
        ),
        class_name="stack",
    )


def _row(row: FormRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(row.code, class_name="num", data_label=wording.CODE),
        rx.el.td(
            rx.el.b(link(row.title, to=row.href)),
            rx.el.span(row.number, class_name="small muted"),
            data_label=wording.NAME,
        ),
        rx.el.td(
            rx.el.div(rx.foreach(row.procedures, rx.el.p)),
            data_label=wording.PROCEDURES,
        ),
        rx.el.td(
            rx.el.span(row.version),
            rx.cond(row.own != "", rx.el.span(row.own, class_name="small muted")),
            data_label=wording.VERSION,
        ),
        rx.el.td(
            rx.el.div(rx.foreach(row.waits, _tag), class_name="stack-s"),
            data_label=wording.WAITS,
            class_name=rx.cond(row.waits.length() > 0, "", "is-empty"),
        ),
        key=row.code,
    )


def _tag(tag: Tag) -> rx.Component:
    return rx.el.div(rx.el.span(tag.words, class_name=tag.css + " wrap"))
