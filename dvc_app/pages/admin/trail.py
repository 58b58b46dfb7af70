"""Nhật ký hệ thống: who did what, and whether the trail is whole (A09)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, filter_foot, unit_option
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.trail import ACT, REFUSED, SINCE, TEXT, UNTIL, EntryRow
from dvc_app.state.admin.trail import TrailState as State
from dvc_app.wording import administration as wording


def trail_page() -> rx.Component:
    """Compose the check, the filter and the list."""
    return admin_shell(
        rx.el.div(
            rx.el.div(
                rx.el.h1(wording.TRAIL_TITLE),
                rx.el.button(
                    rx.cond(State.busy, wording.VERIFYING, wording.VERIFY),
                    type="button",
                    on_click=State.verify,
                    disabled=State.busy,
                    class_name="button button--quiet",
                ),
                class_name="row spread",
            ),
            rx.el.p(wording.TRAIL_LEAD, class_name="muted"),
            rx.el.div(rx.cond(State.verdict != "", _verdict()), role="status"),
            class_name="stack",
        ),
        _filters(),
        rx.cond(State.loaded, _list(), skeleton(6)),
        active=routes.ADMIN_AUDIT,
    )


def _verdict() -> rx.Component:
    css = rx.cond(State.is_whole, "notice notice--done", "notice notice--error")
    return rx.el.div(
        rx.el.p(State.verdict),
        rx.el.ul(rx.foreach(State.found, lambda one: rx.el.li(one)), class_name="dots"),
        class_name=css,
    )


def _filters() -> rx.Component:
    return rx.el.form(
        text_field(
            Field(TEXT, wording.TRAIL_TEXT),
            State.filters[TEXT],
            type="search",
            auto_complete="off",
            spell_check=False,
        ),
        select_field(
            Field(ACT, wording.ACT),
            [
                rx.el.option(wording.ANY_ACT, value=""),
                rx.foreach(State.acts, unit_option),
            ],
            default_value=State.filters[ACT],
        ),
        text_field(
            Field(SINCE, wording.SINCE),
            State.filters[SINCE],
            input_mode="numeric",
            placeholder=wording.DAY_SHAPE,
        ),
        text_field(
            Field(UNTIL, wording.UNTIL),
            State.filters[UNTIL],
            input_mode="numeric",
            placeholder=wording.DAY_SHAPE,
        ),
        filter_foot(State, REFUSED, wording.REFUSED_ONLY, routes.ADMIN_AUDIT),
        role="search",
        aria_label=wording.FILTERS,
        key=State.filters_key,
        class_name="card filters filters--few",
        no_validate=True,
        on_submit=State.search,
    )


def _list() -> rx.Component:
    heads = (
        wording.WHEN,
        wording.WHO,
        wording.WHAT,
        wording.WHOM,
        wording.DETAILS,
    )
    return rx.cond(
        State.rows.length() > 0,
        rx.el.section(
            rx.el.table(
                rx.el.caption(wording.TRAIL_TITLE, class_name="aside-words"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards admin-table",
            ),
            rx.el.nav(
                paging_link(wording.BEFORE, State.before),
                paging_link(wording.AFTER, State.after),
                aria_label=wording.TRAIL_TITLE,
                class_name="row",
            ),
            class_name="stack",
        ),
        rx.el.p(wording.TRAIL_NONE, class_name="card empty"),
    )


def _row(row: rx.Var[EntryRow]) -> rx.Component:
    return rx.el.tr(
        _cell(wording.WHEN, rx.el.span(row.at, class_name="num")),
        _cell(
            wording.WHO,
            rx.el.span(row.actor),
            rx.cond(row.unit != "", rx.el.span(row.unit, class_name="small muted")),
        ),
        _cell(
            wording.WHAT,
            row.act,
            rx.cond(
                row.is_refused, rx.el.span(wording.REFUSED, class_name="tag tag--wait")
            ),
        ),
        _cell(
            wording.WHOM,
            rx.el.span(row.whom),
            rx.el.span(row.code, class_name="num"),
            empty=(row.whom == "") & (row.code == ""),
        ),
        _cell(
            wording.DETAILS,
            rx.el.span(row.details, class_name="small muted"),
            empty=row.details == "",
        ),
    )


def _cell(label: str, *children: object, empty: Any = False) -> rx.Component:
    # Any: a Var that tells whether the cell says nothing; a card leaves it out.
    css = rx.cond(empty, "is-empty", "")
    return rx.el.td(*children, class_name=css, custom_attrs={"data-label": label})
