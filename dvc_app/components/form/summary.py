"""The box above the heading that names every fault and takes focus (R9)."""

from typing import Any

import reflex as rx

from dvc_app.components.browser_parts import FocusOnChange
from dvc_app.state.base import AppState
from dvc_app.wording import errors


def error_summary(state: Any, box_id: str = "tom-tat-loi") -> rx.Component:
    """Return the error box of a state that is a FormState."""
    # Any: the class itself; the framework's vars have no common type.
    return rx.fragment(
        rx.cond(
            state.problem_list.length() > 0,
            rx.el.div(
                rx.el.b(state.problem_heading),
                rx.el.ul(
                    rx.foreach(
                        state.problem_list,
                        lambda problem: rx.el.li(
                            rx.el.a(problem.words, href="#" + problem.field)
                        ),
                    )
                ),
                class_name="notice notice--error error-summary",
                role="alert",
                id=box_id,
                tab_index=-1,
            ),
        ),
        FocusOnChange.create(
            watch=state.attempt, target=box_id, prefix=errors.ERROR_PREFIX
        ),
    )


def required_legend() -> rx.Component:
    """Return the line that explains the red star (R12)."""
    return rx.el.p(errors.REQUIRED_LEGEND, class_name="small muted")


def submit_button(words: str, busy: Any, busy_words: str, **props: Any) -> rx.Component:
    """Return the one main button of a form; it names what it is doing (R6)."""
    # Any: a Var of bool, and whatever rx.el.button takes.
    return rx.el.button(
        rx.cond(busy, busy_words, words),
        type="submit",
        class_name="button",
        aria_busy=rx.cond(busy, "true", "false"),
        # Before the page is alive the browser would send the form by itself.
        disabled=busy | ~AppState.is_hydrated,
        **props,
    )
