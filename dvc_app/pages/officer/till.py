"""Thu phí, lệ phí: the lists of an agency's money."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import leaving_link, link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.till import FROM_DAY, TEXT, TO_DAY, DueRow, TabLink
from dvc_app.state.officer.till import TillState as State
from dvc_app.wording import till as wording


def till_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(State, wording.TITLE, wording.LEAD, _lists(), words=words)


def _lists() -> rx.Component:
    return rx.fragment(
        rx.el.nav(
            rx.foreach(State.tabs, _tab), aria_label=wording.LISTS, class_name="tabs"
        ),
        _search(),
        rx.el.div(
            rx.el.p(rx.el.b(State.sum), role="status", class_name="num"),
            rx.el.span(class_name="grow"),
            leaving_link(wording.EXPORT, to=State.sheet_href),
            link(wording.CLOSE_DAY, to=routes.TILL_DAY),
            rx.cond(State.may_settle, link(wording.ODD, to=routes.ODD_LINES)),
            class_name="row",
        ),
        rx.cond(
            State.rows.length() > 0,
            rx.fragment(
                _table(),
                rx.cond((State.before != "") | (State.after != ""), _paging()),
            ),
            rx.el.p(State.empty, role="status", class_name="card empty"),
        ),
    )


def _tab(tab: TabLink) -> rx.Component:
    return link(
        tab.words,
        " ",
        rx.cond(tab.count != "", rx.el.span(tab.count, class_name="tag tag--wait num")),
        to=tab.href,
        aria_current=rx.cond(tab.is_open, "page", "false"),
        key=tab.words,
    )


def _search() -> rx.Component:
    return rx.el.form(
        text_field(Field(TEXT, wording.SEARCH_LABEL), State.text, type="search"),
        text_field(
            Field(FROM_DAY, wording.FROM, error=State.problems.get(FROM_DAY, "")),
            State.from_day,
            placeholder="31/12/2026",
            input_mode="numeric",
        ),
        text_field(
            Field(TO_DAY, wording.TO, error=State.problems.get(TO_DAY, "")),
            State.to_day,
            placeholder="31/12/2026",
            input_mode="numeric",
        ),
        rx.el.button(wording.SEARCH, type="submit", class_name="button button--quiet"),
        on_submit=State.search,
        no_validate=True,
        key=State.sheet_href,
        class_name="till-search",
    )


def _table() -> rx.Component:
    heads = (
        wording.CODE,
        wording.PAYER,
        wording.AMOUNT,
        wording.STATE,
        wording.WHEN,
    )
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: DueRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            link(rx.el.b(row.code, class_name="num"), to=row.href),
            rx.el.span(row.procedure, class_name="small muted clamp"),
            data_label=wording.CODE,
        ),
        rx.el.td(row.payer, data_label=wording.PAYER),
        rx.el.td(
            rx.el.b(row.amount, class_name="num"),
            rx.cond(
                row.odd_amount != "",
                rx.el.span(row.odd_amount, class_name="small late num"),
            ),
            data_label=wording.AMOUNT,
        ),
        rx.el.td(
            rx.el.span(row.state, class_name=row.state_css),
            rx.cond(row.how != "", rx.el.span(row.how, class_name="small muted")),
            data_label=wording.STATE,
        ),
        rx.el.td(rx.el.span(row.at, class_name="num small"), data_label=wording.WHEN),
        key=row.id,
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.BEFORE, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.AFTER, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
