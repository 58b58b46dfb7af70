"""Quản lý thanh toán (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import leaving_link, link
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.my_payments import MyPaymentsState as State
from dvc_app.state.citizen.my_payments import OptionRow
from dvc_app.state.public.payment_rows import DueRow
from dvc_app.wording import my_payments as mine_words
from dvc_app.wording import payments as wording


def my_payments_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        rx.el.h1(mine_words.MINE, class_name="caps"),
        rx.el.p(mine_words.MINE_LEAD, class_name="muted"),
        rx.cond(
            State.loaded, rx.cond(State.is_empty, _nothing(), _list()), skeleton(6)
        ),
        active=routes.MY_PAYMENTS,
    )


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.h2(mine_words.EMPTY),
        rx.el.p(mine_words.EMPTY_HINT, class_name="muted"),
        link(wording.FIND, to=routes.PAY, class_name="button button--quiet"),
        class_name="card stack",
    )


def _list() -> rx.Component:
    return rx.fragment(
        rx.cond(
            State.due_title != "",
            rx.el.div(
                rx.el.b(State.due_title),
                rx.el.p(State.due_line),
                class_name="notice notice--warn",
            ),
        ),
        _search(),
        rx.cond(
            State.rows.length() > 0,
            rx.el.table(
                rx.el.caption(mine_words.MINE, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(
                        *[
                            rx.el.th(name, scope="col")
                            for name in mine_words.MINE_COLUMNS
                        ]
                    )
                ),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards card due-table",
            ),
            rx.el.p(mine_words.NONE_FOUND),
        ),
        rx.el.div(
            rx.el.span(State.total, class_name="small", role="status"),
            paging_link(mine_words.BEFORE, State.before),
            paging_link(mine_words.AFTER, State.after),
            class_name="row",
        ),
    )


def _search() -> rx.Component:
    since = Field("tu", mine_words.SINCE, error=State.since_fault)
    until = Field("den", mine_words.UNTIL, error=State.until_fault)
    day = {"input_mode": "numeric", "auto_complete": "off"}
    return rx.el.form(
        rx.el.div(
            text_field(since, State.since, **day),
            text_field(until, State.until, **day),
            select_field(
                Field("trang-thai", mine_words.STATUS),
                rx.foreach(State.statuses, _option),
                default_value=State.status,
            ),
            select_field(
                Field("so-dong", mine_words.SHOWN),
                rx.foreach(State.sizes, _option),
                default_value=State.size,
            ),
            class_name="fields due-filter",
        ),
        rx.el.div(
            rx.el.button(
                wording.SEARCH, type="submit", class_name="button button--quiet"
            ),
            link(
                mine_words.CLEAR,
                to=routes.MY_PAYMENTS,
                class_name="button button--text",
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.search,
        role="search",
        no_validate=True,
        class_name="card stack-s",
    )


def _option(option: OptionRow) -> rx.Component:
    return rx.el.option(option.words, value=option.value)


def _row(row: DueRow) -> rx.Component:
    number, filed, code, procedure, status, act = mine_words.MINE_COLUMNS
    return rx.el.tr(
        rx.el.td(row.number, class_name="num", data_label=number),
        rx.el.td(row.filed, class_name="num", data_label=filed),
        rx.el.td(
            rx.cond(row.code != "", row.code, "–"), class_name="num", data_label=code
        ),
        rx.el.td(row.procedure, data_label=procedure),
        rx.el.td(
            rx.el.span(
                rx.el.b(row.amount, class_name="num basis"),
                rx.el.span(row.label, class_name=row.tag),
                rx.cond(
                    row.until != "",
                    rx.el.span(row.until, class_name="small muted basis"),
                ),
            ),
            data_label=status,
        ),
        rx.el.td(_acts(row), data_label=act),
        key=row.key,
    )


def _acts(row: DueRow) -> rx.Component:
    return rx.el.div(
        link(
            rx.cond(row.can_pay, coin(), rx.fragment()),
            rx.cond(row.can_pay, wording.PAY, mine_words.CHECK_SHORT),
            to=row.address,
            aria_label=row.act_label,
            class_name=rx.cond(
                row.can_pay,
                "button button--small",
                "button button--quiet button--small",
            ),
        ),
        rx.cond(
            row.receipt != "",
            leaving_link(
                mine_words.MINE_RECEIPT_SHORT,
                to=row.receipt,
                target="_blank",
                aria_label=row.receipt_label,
                class_name="button button--text button--small",
            ),
        ),
        class_name="due-acts",
    )


def coin() -> rx.Component:
    """Return the coin of the button; its name is said by the button itself."""
    return rx.el.span("đ", class_name="coin", aria_hidden="true")
