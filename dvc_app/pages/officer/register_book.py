"""Sổ theo dõi hồ sơ, Mẫu 07 (O13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.register_book import RegisterBookState as State
from dvc_app.state.officer.register_rows import (
    CHANNEL,
    FIGURE,
    FROM_DAY,
    TO_DAY,
    BookRow,
    Choice,
)
from dvc_app.wording import registers as wording


def register_book_page() -> rx.Component:
    """Compose the page."""
    return office_list(
        State,
        wording.BOOK_TITLE,
        wording.BOOK_LEAD,
        rx.el.div(
            rx.el.p(rx.el.b(State.total), role="status", class_name="num"),
            rx.el.p(State.counted, class_name="small muted"),
            rx.el.span(class_name="grow"),
            link(wording.TO_REPORT, to=State.report_href),
            link(wording.TO_FILES, to=routes.EXPORTS),
            class_name="row",
        ),
        rx.cond(State.lines.length() > 0, _table(), _empty()),
        rx.cond((State.before != "") | (State.after != ""), _paging()),
        _export(),
        above=_choices(),
    )


def _choices() -> rx.Component:
    return rx.el.form(
        _day(FROM_DAY, wording.FROM_DAY),
        _day(TO_DAY, wording.TO_DAY),
        _select(FIGURE, wording.FIGURE, State.figures),
        _select(CHANNEL, wording.CHANNEL, State.channels),
        rx.el.div(
            rx.el.button(wording.FILTER, type="submit", class_name="button"),
            rx.cond(
                State.has_filters,
                link(
                    wording.CLEAR,
                    to=routes.REGISTER_BOOK,
                    class_name="button button--text",
                ),
            ),
            class_name="filter-acts",
        ),
        role="search",
        aria_label=wording.FILTERS,
        key=State.filters_key,
        class_name="card filters",
        no_validate=True,
        on_submit=State.search,
    )


def _day(name: str, label: str) -> rx.Component:
    return text_field(
        Field(name, label, error=State.problems.get(name, "")),
        State.filters[name],
        input_mode="numeric",
        auto_complete="off",
    )


def _select(name: str, label: str, choices: rx.Var[list[Choice]]) -> rx.Component:
    return select_field(
        Field(name, label),
        [rx.el.option(wording.ANY, value=""), rx.foreach(choices, _option)],
        default_value=State.filters[name],
    )


def _option(choice: Choice) -> rx.Component:
    return rx.el.option(choice.words, value=choice.value, key=choice.value)


def _table() -> rx.Component:
    return rx.el.table(
        rx.el.caption(wording.BOOK_CAPTION, class_name="sr-only"),
        rx.el.thead(
            rx.el.tr(*[rx.el.th(name, scope="col") for name in wording.BOOK_COLUMNS])
        ),
        rx.el.tbody(rx.foreach(State.lines, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: BookRow) -> rx.Component:
    number, code, owner, received, due, result, returned = wording.BOOK_COLUMNS
    return rx.el.tr(
        rx.el.td(rx.el.span(row.number, class_name="num"), data_label=number),
        rx.el.td(
            link(rx.el.b(row.code, class_name="num"), to=row.href),
            rx.el.span(row.procedure, class_name="small muted clamp"),
            data_label=code,
        ),
        rx.el.td(
            row.owner,
            rx.el.span(row.channel, class_name="small muted"),
            data_label=owner,
        ),
        rx.el.td(
            rx.el.span(row.received, class_name="num"),
            rx.el.span(row.officer, class_name="small muted"),
            data_label=received,
        ),
        rx.el.td(rx.el.span(row.due, class_name="num"), data_label=due),
        rx.el.td(
            rx.el.span(row.status),
            rx.cond(
                row.finished != "", rx.el.span(row.finished, class_name="num small")
            ),
            rx.cond(
                row.handler != "", rx.el.span(row.handler, class_name="small muted")
            ),
            data_label=result,
        ),
        rx.el.td(
            rx.el.span(row.returned, class_name="num"),
            rx.cond(
                row.receiver != "", rx.el.span(row.receiver, class_name="small muted")
            ),
            class_name=rx.cond(row.returned == "", "is-empty", ""),
            data_label=returned,
        ),
        key=row.id,
    )


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(wording.BOOK_EMPTY)),
        rx.el.p(wording.EMPTY_HELP, class_name="muted"),
        class_name="card stack-s empty",
        role="status",
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.PREVIOUS, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.FOLLOWING, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )


def _export() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.EXPORT),
        rx.el.div(
            rx.el.button(
                wording.EXPORT_SHEET,
                type="button",
                class_name="button button--quiet",
                on_click=State.export_sheet,
            ),
            rx.el.button(
                wording.EXPORT_BOOK,
                type="button",
                class_name="button button--quiet",
                on_click=State.export_book,
            ),
            class_name="row",
        ),
        rx.cond(State.may_full, _full()),
        class_name="card stack-s",
    )


def _full() -> rx.Component:
    field = Field(
        "purpose",
        wording.PURPOSE,
        hint=wording.PURPOSE_HINT,
        required=True,
        error=State.problems.get("purpose", ""),
    )
    return rx.el.details(
        rx.el.summary(wording.FULL),
        rx.el.form(
            rx.el.p(wording.FULL_LEAD, class_name="small muted"),
            text_field(field, max_length=300, auto_complete="off"),
            rx.el.div(
                rx.el.button(
                    wording.FULL_ASK, type="submit", class_name="button button--quiet"
                )
            ),
            key=State.form_key,
            on_submit=State.export_full,
            no_validate=True,
            class_name="stack-s",
        ),
        open=State.problems.contains("purpose"),
    )
