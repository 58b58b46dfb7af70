"""Danh sách thủ tục hành chính (C08)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.public import marked_name, paging_link, waiting
from dvc_app.state.public.procedure_rows import ProcedureRow
from dvc_app.state.public.procedures import ProceduresState
from dvc_app.wording import procedures as wording
from dvc_app.wording.province import hotline_text

TYPING_PAUSE = 300  # milliseconds
SHEET = "bo-loc"


def procedures_page() -> rx.Component:
    """Compose the list of procedures."""
    return page_shell(
        _filters(),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            _search(),
            _count(),
            rx.cond(ProceduresState.loaded, _found(), waiting(8)),
            class_name="found",
        ),
        active=routes.PROCEDURES,
        css="frame results",
    )


def _filters() -> rx.Component:
    """Return the four filters: beside the list on a desk, a sheet on a phone."""
    return rx.el.aside(
        rx.el.h2(wording.FILTER, class_name="filters-title"),
        _filter(wording.LEVEL, wording.ANY_LEVEL, "cap", ProceduresState.levels),
        _filter(wording.AGENCY, wording.ANY_AGENCY, "don-vi", ProceduresState.agencies),
        _filter(
            wording.SECTOR, wording.ANY_SECTOR, "linh-vuc", ProceduresState.sectors
        ),
        _filter(
            wording.ONLINE, wording.ANY_ONLINE, "muc-do", ProceduresState.online_levels
        ),
        rx.cond(
            ProceduresState.chosen_count > 0,
            rx.el.button(
                wording.CLEAR,
                type="button",
                class_name="button button--text",
                on_click=ProceduresState.clear_filters,
            ),
        ),
        rx.el.button(
            ProceduresState.show_words,
            type="button",
            class_name="button only-phone",
            custom_attrs={"popoverTarget": SHEET, "popoverTargetAction": "hide"},
        ),
        id=SHEET,
        aria_label=wording.FILTER,
        class_name="card filters-sheet",
        custom_attrs={"popover": "auto"},
    )


def _filter(label: str, nothing: str, name: str, choices: Any) -> rx.Component:
    # Any: a Var of the choices.
    return rx.el.div(
        rx.el.label(label, html_for="loc-" + name),
        rx.el.select(
            rx.el.option(nothing, value=""),
            rx.foreach(choices, lambda c: rx.el.option(c.words, value=c.value)),
            id="loc-" + name,
            value=ProceduresState.chosen[name],
            on_change=lambda value: ProceduresState.choose(name, value),
        ),
        class_name="field",
    )


def _search() -> rx.Component:
    return rx.el.form(
        rx.el.label(wording.SEARCH_LABEL, html_for="tim", class_name="small"),
        rx.el.div(
            rx.el.input(
                name="tim",
                id="tim",
                type="search",
                default_value=ProceduresState.text,
                key=ProceduresState.field_key,
                auto_complete="off",
                spell_check=False,
                enter_key_hint="search",
                on_change=ProceduresState.type_text.debounce(TYPING_PAUSE),
            ),
            rx.el.button(wording.SEARCH, type="submit", class_name="button"),
            class_name="search-line",
        ),
        rx.el.button(
            rx.cond(
                ProceduresState.chosen_count > 0,
                wording.FILTER + " (" + ProceduresState.chosen_count.to_string() + ")",
                wording.FILTER,
            ),
            type="button",
            class_name="button button--quiet only-phone",
            custom_attrs={"popoverTarget": SHEET},
        ),
        class_name="field search-form",
        role="search",
        action=routes.PROCEDURES,
        on_submit=ProceduresState.commit,
    )


def _count() -> rx.Component:
    state = ProceduresState
    return rx.el.p(
        rx.cond(state.loaded & ~state.is_none, state.count_words, ""),
        rx.cond(
            state.understood_as != "",
            rx.el.span(
                " · " + wording.UNDERSTOOD + " ",
                rx.el.b(state.understood_as),
            ),
        ),
        role="status",
        class_name="muted small count",
    )


def _found() -> rx.Component:
    state = ProceduresState
    return rx.cond(
        state.is_catalogue_empty,
        rx.el.p(wording.EMPTY.format(hotline=hotline_text()), class_name="notice"),
        rx.cond(state.is_none, _none(), rx.fragment(_rows(state.rows), _paging())),
    )


def _rows(rows: Any) -> rx.Component:
    # Any: a Var of the rows.
    return rx.el.ul(
        rx.foreach(rows, _row), aria_label=wording.LIST, class_name="result-list"
    )


def _row(row: ProcedureRow) -> rx.Component:
    return rx.el.li(
        rx.el.h2(link(marked_name(row.parts), to=row.href)),
        rx.cond(row.plain != "", rx.el.p(row.plain, class_name="plain")),
        rx.el.p(
            rx.cond(row.sector != "", rx.el.span(row.sector)),
            rx.cond(row.agency != "", rx.el.span(row.agency)),
            class_name="meta",
        ),
        rx.el.div(
            rx.el.p(
                rx.el.span(row.level, class_name=row.level_tag),
                rx.cond(
                    row.note != "", rx.el.span(row.note, class_name="tag tag--wait")
                ),
                rx.el.span(row.days, class_name="num"),
                rx.el.span(row.fee, class_name="num"),
                rx.cond(row.papers != "", rx.el.span(row.papers, class_name="num")),
                class_name="row small",
            ),
            rx.el.div(
                rx.cond(
                    row.file_href != "",
                    link(
                        wording.APPLY,
                        to=row.file_href,
                        class_name="button button--small",
                    ),
                ),
                link(
                    wording.DETAILS,
                    to=row.href,
                    class_name="button button--quiet button--small",
                ),
                class_name="row acts",
            ),
            class_name="row spread",
        ),
        class_name="result",
    )


def _paging() -> rx.Component:
    state = ProceduresState
    return rx.el.nav(
        rx.el.span(state.total_words, class_name="muted small"),
        rx.el.div(
            paging_link(wording.PREVIOUS, state.previous_href, rel="prev"),
            rx.el.span(state.page_words, class_name="small num"),
            paging_link(wording.NEXT, state.next_href, rel="next"),
            class_name="row",
        ),
        aria_label=wording.PAGING,
        class_name="row spread paging",
    )


def _none() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.p(rx.el.b(ProceduresState.none_words), role="status"),
            rx.el.ul(
                *[rx.el.li(line) for line in wording.NONE_HELP], class_name="dots"
            ),
            class_name="notice",
        ),
        rx.cond(
            ProceduresState.nearest.length() > 0,
            rx.el.section(
                rx.el.h2(wording.NEAREST),
                _rows(ProceduresState.nearest),
                class_name="stack",
            ),
        ),
        rx.el.p(wording.CALL.format(hotline=hotline_text())),
        class_name="stack",
    )
