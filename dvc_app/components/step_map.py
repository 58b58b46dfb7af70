"""The way of a dossier: its steps, where it is, where it may go, what came back."""

import reflex as rx

from dvc_app.state.officer.processing import ProcessingState as State
from dvc_app.state.officer.processing_rows import StepRow
from dvc_app.wording import handing
from dvc_app.wording import processing as wording


def step_map() -> rx.Component:
    """Return the map, drawn from the definition the dossier was frozen with."""
    return rx.el.ol(
        rx.foreach(State.steps, _step), class_name="step-map", aria_label=wording.STEPS
    )


def why_due() -> rx.Component:
    """Return how the promised day was counted."""
    return rx.cond(
        State.why.length() > 0,
        rx.el.details(
            rx.el.summary(handing.WHY_DUE),
            rx.el.ul(rx.foreach(State.why, rx.el.li), class_name="small stack-s"),
            class_name="why-due",
        ),
    )


def _step(step: StepRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(step.name),
        rx.el.span(step.state, class_name="small"),
        rx.cond(step.line != "", rx.el.span(step.line, class_name="small muted")),
        rx.cond(step.opinion != "", rx.el.span(step.opinion, class_name="small")),
        rx.cond(
            step.returned != "", rx.el.span(step.returned, class_name="small late")
        ),
        rx.cond(step.money != "", rx.el.span(step.money, class_name="tag tag--wait")),
        rx.cond(
            step.ways.length() > 0,
            rx.el.ul(
                rx.foreach(step.ways, rx.el.li),
                aria_label=handing.WAYS,
                class_name="step-ways small muted",
            ),
        ),
        class_name=step.css,
        aria_current=rx.cond(step.is_now, "step", "false"),
    )
