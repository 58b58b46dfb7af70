"""Phí, lệ phí: the procedures with what they cost (A05)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.fees import STATE, TEXT, FeeListRow
from dvc_app.state.admin.fees import FeesState as State
from dvc_app.wording import administration
from dvc_app.wording import fee_changes as wording

HEADS = (wording.PROCEDURE, wording.NOW, wording.SOON)


def fees_page() -> rx.Component:
    """Compose filter and list."""
    return admin_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        _filters(),
        rx.cond(State.loaded, _list(), skeleton(6)),
        active=routes.ADMIN_FEES,
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
            Field(STATE, wording.STATE),
            [
                rx.el.option(wording.ANY_STATE, value=""),
                *[
                    rx.el.option(words, value=str(state))
                    for state, words in wording.STATES_OF_LIST.items()
                ],
            ],
            default_value=State.filters[STATE],
        ),
        rx.el.div(
            rx.el.button(
                wording.SEARCH, type="submit", class_name="button button--quiet"
            ),
            rx.cond(
                State.has_filters,
                link(
                    wording.CLEAR,
                    to=routes.ADMIN_FEES,
                    class_name="button button--text",
                ),
            ),
            class_name="row",
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
            rx.el.table(
                rx.el.caption(wording.CAPTION, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in HEADS])),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards card admin-table",
            ),
            rx.el.p(wording.NONE, class_name="card empty"),
        ),
        rx.el.nav(
            paging_link(administration.BEFORE, State.before),
            rx.el.span(State.pages, class_name="num"),
            paging_link(administration.AFTER, State.after),
            aria_label=wording.CAPTION,
            class_name="row",
        ),
        class_name="stack",
    )


def _row(row: FeeListRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.b(link(row.name, to=row.href)),
            rx.el.span(row.code, class_name="small muted num"),
            rx.cond(row.waits != "", rx.el.span(row.waits, class_name="tag tag--wait")),
            data_label=wording.PROCEDURE,
        ),
        rx.el.td(rx.foreach(row.now, rx.el.span), data_label=wording.NOW),
        rx.el.td(
            rx.cond(
                row.soon.length() > 0,
                rx.foreach(row.soon, rx.el.span),
                rx.el.span(wording.NOTHING_SOON, class_name="muted no-wrap"),
            ),
            data_label=wording.SOON,
        ),
        key=row.code,
    )
