"""Tài khoản cán bộ: the list, searched and filtered (A01)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, filter_foot, unit_option
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.accounts import (
    STATUS,
    TEXT,
    UNIT,
    WAITING,
    AccountRow,
)
from dvc_app.state.admin.accounts import AccountsState as State
from dvc_app.wording import administration as wording


def accounts_page() -> rx.Component:
    """Compose filter and list."""
    return admin_shell(
        rx.el.div(
            rx.el.div(
                rx.el.h1(wording.TITLE),
                link(wording.TAB_INVITE, to=routes.ADMIN_INVITE, class_name="button"),
                class_name="row spread",
            ),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        _filters(),
        rx.cond(State.loaded, _list(), skeleton(5)),
        active=routes.ADMIN_ACCOUNTS,
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
            Field(STATUS, wording.STATUS),
            [
                rx.el.option(wording.ANY_STATUS, value=""),
                *[
                    rx.el.option(words, value=str(status))
                    for status, words in wording.STATUSES.items()
                ],
            ],
            default_value=State.filters[STATUS],
        ),
        select_field(
            Field(UNIT, wording.UNIT),
            [
                rx.el.option(wording.ANY_UNIT, value=""),
                rx.foreach(State.units, unit_option),
            ],
            key=State.units.length().to_string(),
            default_value=State.filters[UNIT],
        ),
        filter_foot(State, WAITING, wording.WAITING_ONLY, routes.ADMIN_ACCOUNTS),
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
    heads = (
        wording.NAME,
        wording.ACCOUNT,
        wording.UNITS,
        wording.ROLES_HEAD,
        wording.STATUS,
        wording.LAST_SEEN,
    )
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="aside-words"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards admin-table",
    )


def _row(row: rx.Var[AccountRow]) -> rx.Component:
    return rx.el.tr(
        _cell(wording.NAME, link(rx.el.b(row.name), to=row.href)),
        _cell(wording.ACCOUNT, row.account),
        _cell(wording.UNITS, row.units, empty=row.units == ""),
        _cell(wording.ROLES_HEAD, row.roles, empty=row.roles == ""),
        _cell(
            wording.STATUS,
            rx.el.span(row.status, class_name=row.tag),
            rx.cond(
                row.waiting != "", rx.el.span(row.waiting, class_name="tag tag--wait")
            ),
        ),
        _cell(wording.LAST_SEEN, rx.el.span(row.last_seen, class_name="num")),
        key=row.href,
    )


def _cell(label: str, *children: object, empty: Any = False) -> rx.Component:
    # Any: a Var that tells whether the cell says nothing; a card leaves it out.
    css = rx.cond(empty, "is-empty", "")
    return rx.el.td(*children, class_name=css, custom_attrs={"data-label": label})
