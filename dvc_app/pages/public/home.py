"""Trang chủ (C01)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.public import marked_name
from dvc_app.state.public.home import HomeState, SuggestedRow, event_rows
from dvc_app.wording import home as wording
from dvc_app.wording import procedures as list_wording

DOOR_ROUTES = {
    "file": routes.PROCEDURES,
    "look_up": routes.LOOK_UP,
    "pay": routes.PAY,
    "mine": routes.MY_DOSSIERS,
    "help": routes.HELP,
}
TYPING_PAUSE = 300  # milliseconds


def home_page() -> rx.Component:
    """Compose the home page."""
    return page_shell(
        _hero(),
        rx.el.div(
            _doors(), _life_events(), _most_used(), _month(), class_name="frame stack-l"
        ),
        active=routes.HOME,
        css="home",
    )


def _hero() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h1(wording.ASK),
            rx.el.div(_search(), _suggestions(), class_name="search-box"),
            rx.el.p(wording.HINT, class_name="small"),
            class_name="frame stack",
        ),
        class_name="hero",
    )


def _search() -> rx.Component:
    # Before the page is alive, Enter still leads to the list of procedures.
    return rx.el.form(
        rx.el.label(wording.SEARCH_LABEL, html_for="tim", class_name="sr-only"),
        rx.el.input(
            name="tim",
            id="tim",
            type="search",
            placeholder=wording.SEARCH_EXAMPLE,
            auto_complete="off",
            spell_check=False,
            enter_key_hint="search",
            on_change=HomeState.suggest.debounce(TYPING_PAUSE),
        ),
        rx.el.button(wording.SEARCH, type="submit", class_name="button button--brass"),
        class_name="search",
        role="search",
        action=routes.PROCEDURES,
        on_submit=HomeState.search,
    )


def _suggestions() -> rx.Component:
    """List what may be meant; how many is said aloud, the links are found by Tab."""
    return rx.el.div(
        rx.el.p(HomeState.suggested, role="status", class_name="sr-only"),
        rx.cond(
            HomeState.suggestions.length() > 0,
            rx.el.div(
                rx.cond(
                    HomeState.understood_as != "",
                    rx.el.p(
                        list_wording.UNDERSTOOD + " ",
                        rx.el.b(HomeState.understood_as),
                        class_name="small muted understood",
                    ),
                ),
                rx.el.ul(rx.foreach(HomeState.suggestions, _suggestion)),
                class_name="suggestions",
            ),
        ),
    )


def _suggestion(row: SuggestedRow) -> rx.Component:
    return rx.el.li(
        link(
            rx.el.span(marked_name(row.parts), class_name="name"),
            rx.el.span(row.line, class_name="small muted"),
            to=row.href,
        )
    )


def _doors() -> rx.Component:
    return rx.el.div(
        *[
            link(
                rx.el.b(title),
                rx.el.span(line, class_name="muted small"),
                to=DOOR_ROUTES[key],
                class_name="door",
            )
            for key, title, line in wording.DOORS
        ],
        class_name="doors",
    )


def _life_events() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.LIFE),
        rx.el.div(
            *[link(row.name, to=row.href) for row in event_rows()],
            class_name="events",
        ),
        class_name="stack",
    )


def _most_used() -> rx.Component:
    return rx.cond(
        HomeState.most_used.length() > 0,
        rx.el.section(
            rx.el.div(
                rx.el.h2(wording.MOST_USED),
                link(wording.ALL_PROCEDURES, to=routes.PROCEDURES),
                class_name="row spread",
            ),
            rx.el.div(
                rx.foreach(
                    HomeState.most_used,
                    lambda row: link(
                        rx.el.b(marked_name(row.parts)),
                        rx.el.span(row.line, class_name="small muted"),
                        to=row.href,
                        class_name="used",
                    ),
                ),
                class_name="used-list",
            ),
            class_name="stack",
        ),
    )


def _month() -> rx.Component:
    figures = HomeState.figures
    return rx.cond(
        figures.received != "",
        rx.el.section(
            rx.el.h2(wording.MONTH),
            rx.el.div(
                _tile(figures.received, wording.MONTH_RECEIVED),
                rx.cond(
                    figures.on_time != "",
                    _tile(figures.on_time, wording.MONTH_ON_TIME),
                ),
                class_name="tiles",
            ),
            rx.cond(
                figures.definition != "",
                rx.el.p(figures.definition, class_name="small muted"),
            ),
            class_name="card stack",
        ),
    )


def _tile(figure: rx.Var[str], words: str) -> rx.Component:
    return rx.el.div(
        rx.el.b(figure), rx.el.span(words, class_name="muted small"), class_name="tile"
    )
