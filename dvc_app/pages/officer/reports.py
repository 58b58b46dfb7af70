"""Báo cáo giải quyết hồ sơ (O13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import office_list
from dvc_app.state.officer.register_rows import (
    BY,
    CHANNEL,
    FROM_DAY,
    TO_DAY,
    Choice,
    FigureBlock,
    FigureCell,
    ReportRow,
)
from dvc_app.state.officer.reports import ReportState as State
from dvc_app.wording import registers as wording


def reports_page() -> rx.Component:
    """Compose the page."""
    return office_list(
        State,
        wording.REPORT_TITLE,
        wording.REPORT_LEAD,
        rx.el.p(State.counted, role="status", class_name="small muted"),
        rx.el.section(
            rx.foreach(State.blocks, _block),
            aria_label=wording.TOTAL,
            class_name="figures",
        ),
        _shares(),
        rx.cond(State.lines.length() > 0, _table(), _empty()),
        _digitised(),
        above=_choices(),
    )


def _choices() -> rx.Component:
    return rx.el.form(
        _day(FROM_DAY, wording.FROM_DAY),
        _day(TO_DAY, wording.TO_DAY),
        select_field(
            Field(BY, wording.BY),
            rx.foreach(State.bys, _option),
            key=State.bys.length().to_string(),
            default_value=State.by,
        ),
        select_field(
            Field(CHANNEL, wording.CHANNEL),
            [
                rx.el.option(wording.ANY, value=""),
                rx.foreach(State.channels, _option),
            ],
            default_value=State.filters[CHANNEL],
        ),
        rx.el.div(
            rx.el.button(wording.SHOW, type="submit", class_name="button"),
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


def _option(choice: Choice) -> rx.Component:
    return rx.el.option(choice.words, value=choice.value, key=choice.value)


def _block(block: FigureBlock) -> rx.Component:
    return rx.el.div(
        rx.el.p(_number(block.whole), class_name="figure"),
        rx.el.ul(rx.foreach(block.parts, _part)),
        class_name="card",
        key=block.whole.words,
    )


def _part(cell: FigureCell) -> rx.Component:
    return rx.el.li(_number(cell), key=cell.words)


def _number(cell: FigureCell) -> rx.Component:
    css = rx.cond(cell.is_hot, "num hot", "num")
    words = (rx.el.b(cell.count, class_name=css), " ", rx.el.span(cell.words))
    return rx.cond(cell.href != "", link(*words, to=cell.href), rx.fragment(*words))


def _shares() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(State.on_time, class_name="num"), " ", wording.ON_TIME),
        rx.el.p(rx.el.b(State.online, class_name="num"), " ", wording.ONLINE),
        rx.el.span(class_name="grow"),
        rx.el.button(
            wording.EXPORT_SHEET,
            type="button",
            class_name="button button--quiet",
            on_click=State.export,
        ),
        link(wording.TO_FILES, to=routes.EXPORTS),
        link(wording.TO_BOOK, to=State.book_href),
        class_name="row",
    )


def _digitised() -> rx.Component:
    return card(
        wording.DIGITISED,
        rx.el.ul(
            rx.foreach(
                State.digitised,
                lambda line: rx.el.li(
                    rx.el.b(line.percent, class_name="num"),
                    " ",
                    line.words,
                    key=line.words,
                ),
            ),
            class_name="plain stack-s",
        ),
        rx.el.p(State.papers_kept, class_name="small muted"),
    )


def _table() -> rx.Component:
    heads = [wording.FIGURES[figure] for figure in wording.COLUMNS]
    return rx.fragment(
        rx.cond(State.cut != "", rx.el.p(State.cut, class_name="small")),
        rx.el.table(
            rx.el.caption(State.caption, class_name="table-title"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(
                        rx.el.span(State.caption, class_name="sr-only"), scope="col"
                    ),
                    *[rx.el.th(head, scope="col") for head in heads],
                )
            ),
            rx.el.tbody(rx.foreach(State.lines, _row)),
            class_name="table table--cards card report-table",
        ),
    )


def _row(row: ReportRow) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.name, scope="row"),
        rx.foreach(row.cells, _cell),
        key=row.key,
    )


def _cell(cell: FigureCell) -> rx.Component:
    css = rx.cond(cell.is_hot, "num hot", "num")
    return rx.el.td(
        rx.cond(
            cell.href != "",
            link(cell.count, to=cell.href, class_name=css),
            rx.el.span(cell.count, class_name=css),
        ),
        data_label=cell.words,
        key=cell.words,
    )


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(wording.EMPTY)),
        rx.el.p(wording.EMPTY_HELP, class_name="muted"),
        class_name="card stack-s empty",
        role="status",
    )
