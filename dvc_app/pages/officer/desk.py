"""Danh sách công việc (O02)."""

import reflex as rx

from dvc_app.components.day_figures import day_figures
from dvc_app.components.desk_filters import desk_filters
from dvc_app.components.desk_picks import pick_all_box, pick_box, picks_bar
from dvc_app.components.desk_views import keep_and_take, reminders, view_chips
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import leaving_link, link
from dvc_app.components.officer_parts import desk_keys, row_menu, row_menus_close
from dvc_app.components.public import paging_link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.desk_filters import TEXT
from dvc_app.state.officer.desk_picks import DeskPicksState
from dvc_app.state.officer.desk_rows import (
    DeskLine,
    QueueGroup,
    QueueLink,
    Tile,
)
from dvc_app.wording import desk as wording

State = DeskState


def desk_page() -> rx.Component:
    """Compose the queues beside the list of the one that is open."""
    return desk_shell(
        rx.cond(
            State.has_no_role,
            rx.el.div(
                rx.el.h1(wording.NO_ROLE_TITLE),
                rx.el.p(wording.NO_ROLE),
                class_name="stack column",
            ),
            rx.fragment(_menu(), _queue()),
        ),
        css="frame desk",
    )


def _menu() -> rx.Component:
    return rx.el.nav(
        rx.el.p(wording.MENU, class_name="menu-title only-desk"),
        rx.foreach(State.groups, _group),
        aria_label=wording.MENU,
    )


def _group(group: QueueGroup) -> rx.Component:
    return rx.el.div(
        rx.el.p(group.title, class_name="small muted"),
        rx.foreach(group.links, _queue_link),
        class_name="menu-group",
        key=group.title,
    )


def _queue_link(queue: QueueLink) -> rx.Component:
    words = (
        rx.el.span(queue.title),
        rx.el.b(queue.count, class_name=rx.cond(queue.is_hot, "num hot", "num")),
    )
    return rx.cond(
        queue.is_current,
        link(*words, to=queue.href, aria_current="page"),
        link(*words, to=queue.href),
    )


def _queue() -> rx.Component:
    return rx.el.div(
        error_summary(State),
        rx.el.div(
            rx.el.h1(State.title),
            rx.el.button(
                wording.NEXT,
                type="button",
                class_name="button",
                on_click=State.take_next,
                disabled=~State.loaded,
            ),
            class_name="row spread",
        ),
        reminders(),
        rx.el.section(
            rx.foreach(State.tiles, _tile), aria_label=wording.DAY, class_name="tiles"
        ),
        day_figures(),
        view_chips(),
        desk_filters(),
        rx.cond(State.loaded, _list(), skeleton(5)),
        class_name="stack",
    )


def _tile(tile: Tile) -> rx.Component:
    return rx.el.div(
        rx.el.b(tile.number, class_name=rx.cond(tile.is_hot, "hot", "")),
        rx.el.span(tile.words, class_name="small muted"),
        class_name="tile",
    )


def _list() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.p(State.total_words, class_name="small muted", role="status"),
            desk_keys(TEXT),
            class_name="row spread",
        ),
        keep_and_take(),
        picks_bar(),
        rx.el.div(
            rx.cond(
                State.arrived_words != "",
                rx.el.button(
                    State.arrived_words,
                    type="button",
                    class_name="button button--brass arrived",
                    on_click=State.show_arrived,
                ),
            ),
            role="status",
        ),
        rx.cond(State.lines.length() > 0, _table(), _empty()),
        rx.cond((State.previous_href != "") | (State.next_href != ""), _paging()),
        row_menus_close(),
        class_name="stack-s",
    )


def _table() -> rx.Component:
    return rx.el.table(
        rx.el.caption(State.caption, class_name="sr-only"),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(pick_all_box(), scope="col", class_name="pick-cell"),
                *[rx.el.th(name, scope="col") for name in wording.COLUMNS],
                rx.el.th(
                    rx.el.span(wording.MENU_COLUMN, class_name="sr-only"), scope="col"
                ),
            )
        ),
        rx.el.tbody(rx.foreach(State.lines, _line)),
        class_name="table table--cards card desk-table",
    )


def _line(line: DeskLine) -> rx.Component:
    code, procedure, applicant, submitted, left, status, holder = wording.COLUMNS
    return rx.el.tr(
        rx.el.td(
            rx.cond(line.is_gone, rx.fragment(), pick_box(line)),
            class_name="pick-cell",
        ),
        rx.el.td(
            link(line.code, to=line.href, class_name="row-link num"), data_label=code
        ),
        rx.el.td(line.procedure, data_label=procedure),
        rx.el.td(line.applicant, data_label=applicant),
        rx.el.td(
            rx.el.span(line.submitted, class_name="num"),
            rx.el.span(line.channel, class_name="small muted"),
            data_label=submitted,
        ),
        rx.el.td(
            rx.cond(line.left != "", rx.el.span(line.left, class_name=line.left_css)),
            rx.el.span(line.deadline, class_name="small muted num"),
            data_label=left,
        ),
        rx.el.td(
            rx.el.span(line.status, class_name=line.status_css),
            rx.cond(line.step != "", rx.el.span(line.step, class_name="small muted")),
            data_label=status,
        ),
        rx.el.td(
            rx.el.span(line.holder),
            rx.cond(
                line.unpaid != "",
                rx.el.span(line.unpaid, class_name="tag tag--wait wrap"),
            ),
            data_label=holder,
        ),
        rx.el.td(
            rx.cond(
                line.is_gone,
                rx.el.span(wording.GONE, class_name="small muted"),
                _row_menu(line),
            ),
            class_name="menu-cell",
        ),
        class_name=rx.cond(line.is_gone, "desk-line is-gone", "desk-line"),
        key=line.id,
    )


def _row_menu(line: DeskLine) -> rx.Component:
    return row_menu(
        line.menu,
        rx.cond(
            line.reception_href != "",
            rx.el.li(link(wording.RECEIVE, to=line.reception_href)),
        ),
        rx.cond(
            line.supplement_href != "",
            rx.el.li(link(wording.SUPPLEMENT, to=line.supplement_href)),
        ),
        rx.el.li(link(wording.DETAILS, to=line.details_href)),
        rx.cond(
            line.may_take,
            rx.el.li(
                rx.el.button(
                    wording.TAKE,
                    type="button",
                    on_click=DeskPicksState.take_one(line.id),
                )
            ),
        ),
        rx.cond(
            line.print_href != "",
            rx.el.li(leaving_link(wording.PRINT, to=line.print_href)),
        ),
    )


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(State.empty_words)),
        rx.el.p(
            rx.cond(State.has_filters, wording.NONE_FOUND_HELP, wording.EMPTY_HELP),
            class_name="muted",
        ),
        rx.cond(
            State.further_href != "",
            link(
                wording.LOOK_FURTHER,
                to=State.further_href,
                class_name="button button--quiet",
            ),
        ),
        rx.cond(
            State.has_filters,
            link(wording.CLEAR, to=State.clear_href, class_name="button button--text"),
        ),
        class_name="card stack-s empty",
        role="status",
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.PREVIOUS, State.previous_href, rel="prev"),
        rx.el.span(State.page_words, class_name="muted small num"),
        paging_link(wording.FOLLOWING, State.next_href, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
