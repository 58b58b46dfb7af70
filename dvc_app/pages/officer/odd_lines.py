"""Đối soát: what did not match between our ledger and the gateways'."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.odd_lines import ALL, ALL_KEY, OddRow, TransferRow
from dvc_app.state.officer.odd_lines import OddLinesState as State
from dvc_app.wording import till as wording


def odd_lines_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(
        State, wording.ODD_TITLE, wording.ODD_LEAD, _lines(), words=words
    )


def _lines() -> rx.Component:
    return rx.fragment(
        rx.el.nav(
            _choice(wording.SHOW_OPEN, routes.ODD_LINES, ~State.shows_all),
            _choice(
                wording.SHOW_ALL,
                f"{routes.ODD_LINES}?{ALL_KEY}={ALL}",
                State.shows_all,
            ),
            aria_label=wording.LISTS,
            class_name="tabs",
        ),
        rx.cond(
            State.rows.length() > 0,
            rx.fragment(
                _table(),
                rx.cond((State.before != "") | (State.after != ""), _paging()),
            ),
            rx.el.p(wording.ODD_EMPTY, role="status", class_name="card empty"),
        ),
        rx.cond(
            State.transfers.length() > 0,
            card(
                wording.TRANSFERS,
                rx.el.ul(
                    rx.foreach(State.transfers, _transfer), class_name="stack plain"
                ),
            ),
        ),
        card(
            wording.RUNS,
            rx.cond(
                State.runs.length() > 0,
                rx.el.ul(rx.foreach(State.runs, rx.el.li), class_name="small num"),
                rx.el.p(wording.NO_RUNS, class_name="muted"),
            ),
        ),
    )


def _choice(words: str, to: str, is_open: rx.Var[bool]) -> rx.Component:
    return link(words, to=to, aria_current=rx.cond(is_open, "page", "false"))


def _table() -> rx.Component:
    return rx.el.table(
        rx.el.caption(wording.ODD_CAPTION, class_name="sr-only"),
        rx.el.thead(
            rx.el.tr(*[rx.el.th(head, scope="col") for head in wording.ODD_HEADS])
        ),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: OddRow) -> rx.Component:
    day, gateway, order, fault, ours, theirs, settle = wording.ODD_HEADS
    return rx.el.tr(
        rx.el.td(rx.el.span(row.day, class_name="num small"), data_label=day),
        rx.el.td(row.gateway, data_label=gateway),
        rx.el.td(
            rx.cond(
                row.href != "",
                link(rx.el.b(row.number, class_name="num"), to=row.href),
                rx.el.b(row.number, class_name="num"),
            ),
            data_label=order,
        ),
        rx.el.td(
            rx.el.span(row.fault, class_name="tag tag--late wrap"),
            rx.el.span(row.advice, class_name="small muted"),
            data_label=fault,
        ),
        rx.el.td(rx.el.span(row.ours, class_name="small num wrap"), data_label=ours),
        rx.el.td(
            rx.el.span(row.theirs, class_name="small num wrap"), data_label=theirs
        ),
        rx.el.td(
            rx.cond(
                row.standing != "",
                rx.el.span(row.standing, class_name="small"),
                _settle(row.id, State.settle),
            ),
            data_label=settle,
        ),
        key=row.id,
    )


def _transfer(one: TransferRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(one.words, class_name="wrap"),
        _settle(one.id, State.settle_transfer),
        key=one.id,
        class_name="stack-s",
    )


def _settle(line: rx.Var[str], on_submit: object) -> rx.Component:
    name = "note." + line
    return rx.el.form(
        rx.el.input(type="hidden", name="line", value=line),
        text_field(
            Field(
                name,
                wording.ODD_NOTE,
                required=True,
                error=State.problems.get(name, ""),
            ),
            auto_complete="off",
        ),
        rx.el.button(
            wording.SETTLE,
            type="submit",
            class_name="button button--quiet button--small",
        ),
        on_submit=on_submit,
        no_validate=True,
        class_name="stack-s",
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.BEFORE, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.AFTER, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
