"""Fourteen days of a unit in bars; the same numbers are a table to a screen reader."""

import reflex as rx

from dvc_app.state.officer.day_figures import DayBar
from dvc_app.state.officer.day_figures import DayFiguresState as State
from dvc_app.wording import desk as wording


def day_figures() -> rx.Component:
    """Return the figures, or the button that asks for them."""
    return rx.el.section(
        rx.cond(
            State.has_failed,
            rx.el.p(
                wording.FIGURES_FAILED, " ", _ask(wording.FIGURES_AGAIN), role="status"
            ),
            rx.cond(State.is_shown, _figures(), _ask(wording.FIGURES_SHOW)),
        ),
        aria_label=wording.FIGURES,
    )


def _ask(words: str) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        class_name="button button--text button--small",
        on_click=State.show_figures,
    )


def _figures() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.FIGURES, class_name="h4"),
        rx.el.table(
            rx.el.caption(wording.FIGURES_CAPTION, class_name="sr-only"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(wording.FIGURES_DAY, scope="col"),
                    rx.el.th(wording.FIGURES_CAME, scope="col"),
                    rx.el.th(wording.FIGURES_DONE, scope="col"),
                ),
                class_name="sr-only",
            ),
            rx.el.tbody(rx.foreach(State.bars, _bar)),
            class_name="day-bars",
        ),
        rx.el.p(
            rx.el.span(class_name="key key--came", aria_hidden="true"),
            wording.FIGURES_CAME,
            rx.el.span(class_name="key key--done", aria_hidden="true"),
            wording.FIGURES_DONE,
            aria_hidden="true",
            class_name="small muted row",
        ),
        rx.el.p(State.on_time),
        rx.el.p(
            wording.FIGURES_CHANNELS,
            ": ",
            State.channels.join(", "),
            class_name="small",
        ),
        class_name="card stack-s",
    )


def _bar(day: DayBar) -> rx.Component:
    return rx.el.tr(
        rx.el.th(day.day, scope="row", class_name="small num"),
        rx.el.td(
            rx.el.span(day.came, class_name="small num"),
            rx.el.i(
                style={"blockSize": day.came_height},
                class_name="came",
                aria_hidden="true",
            ),
        ),
        rx.el.td(
            rx.el.span(day.done, class_name="small num"),
            rx.el.i(
                style={"blockSize": day.done_height},
                class_name="done",
                aria_hidden="true",
            ),
        ),
        key=day.day,
    )
