"""The steps of a process: drawn as a diagram, and edited one by one (A04)."""

from typing import Any

import reflex as rx

from dvc_app.state.admin.process import ProcessState as State
from dvc_app.state.admin.process_rows import DrawnStep, StepEdit, WayRow
from dvc_app.wording import processes as wording


def diagram() -> rx.Component:
    """Return the way of a dossier: each step, and where it leads."""
    return rx.el.section(
        rx.el.h2(wording.DIAGRAM),
        rx.el.ol(
            rx.el.li(rx.el.b(wording.START), class_name="flow-step flow-frame"),
            rx.foreach(State.drawn, _drawn),
            rx.el.li(rx.el.b(wording.END), class_name="flow-step flow-frame"),
            class_name="flow",
        ),
        class_name="card stack",
    )


def _drawn(step: DrawnStep) -> rx.Component:
    return rx.el.li(
        rx.el.b(step.name),
        rx.el.span(step.role, class_name="small"),
        rx.el.span(step.time, class_name="small muted"),
        rx.el.ul(rx.foreach(step.leads, rx.el.li), class_name="small flow-leads"),
        class_name=step.css,
    )


def step_editor(step: StepEdit, number: rx.Var[int]) -> rx.Component:
    """Return the fields of one step, and its buttons."""
    error = State.problems.get("step." + step.key, "")
    return rx.el.fieldset(
        rx.el.legend(wording.STEP_OF.format(number=""), number + 1),
        rx.el.span(error, class_name="error"),
        rx.el.div(
            _text(step, "name", wording.STEP_NAME, step.name),
            _role(step),
            _text(step, "time", wording.TIME, step.time),
            class_name="step-fields",
        ),
        rx.el.p(wording.TIME_HINT, class_name="small muted"),
        _options(step),
        _ways(step),
        rx.el.div(
            _button(wording.UP, State.move(step.key, -1), step.name),
            _button(wording.DOWN, State.move(step.key, 1), step.name),
            _button(wording.REMOVE, State.remove(step.key), step.name),
            class_name="row",
        ),
        id="step." + step.key,
        key=step.key,
        class_name="card stack step-edit",
    )


def _text(step: StepEdit, name: str, label: str, value: rx.Var[str]) -> rx.Component:
    return rx.el.label(
        rx.el.span(label, class_name="required"),
        rx.el.input(
            default_value=value,
            on_blur=lambda typed: State.edit(step.key, name, typed),
            auto_complete="off",
        ),
        class_name="field",
    )


def _role(step: StepEdit) -> rx.Component:
    return rx.el.label(
        rx.el.span(wording.ROLE, class_name="required"),
        rx.el.select(
            *[rx.el.option(words, value=role) for role, words in wording.ROLES.items()],
            value=step.role,
            on_change=lambda chosen: State.edit(step.key, "role", chosen),
        ),
        class_name="field",
    )


def _options(step: StepEdit) -> rx.Component:
    values = {
        "opinions": step.opinions,
        "financial": step.financial,
        "may_suspend": step.may_suspend,
        "may_extend": step.may_extend,
        "may_stop": step.may_stop,
    }
    return rx.el.div(
        rx.el.span(wording.ALLOWED, class_name="small muted"),
        *[
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    checked=values[name],
                    on_change=lambda on, name=name: State.toggle(step.key, name, on),
                ),
                rx.el.span(words),
                class_name="tick",
            )
            for name, words in wording.OPTIONS.items()
        ],
        class_name="row step-options",
    )


def _ways(step: StepEdit) -> rx.Component:
    return rx.el.div(
        rx.el.b(wording.WAYS),
        rx.cond(
            step.ways.length() > 0,
            rx.foreach(step.ways, lambda way: _way(step, way)),
            rx.el.p(wording.WAYS_NONE, class_name="small muted"),
        ),
        rx.el.div(_button(wording.ADD_WAY, State.add_way(step.key), step.name)),
        class_name="stack-s",
    )


def _way(step: StepEdit, way: WayRow) -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.span(wording.WAY_TO),
            rx.el.select(
                rx.el.option("", value=""),
                rx.foreach(
                    State.steps, lambda one: rx.el.option(one.name, value=one.key)
                ),
                value=way.target,
                on_change=lambda to: State.edit_way(step.key, way.id, "target", to),
            ),
            class_name="field",
        ),
        rx.el.label(
            rx.el.span(wording.WAY_NAME),
            rx.el.input(
                default_value=way.name,
                on_blur=lambda said: State.edit_way(step.key, way.id, "name", said),
                auto_complete="off",
            ),
            class_name="field",
        ),
        _button(wording.DROP_WAY, State.drop_way(step.key, way.id), way.name),
        key=way.id,
        class_name="step-fields step-way",
    )


def _button(words: str, press: Any, about: rx.Var[str]) -> rx.Component:
    # Any: an event of the state.
    return rx.el.button(
        words,
        rx.el.span(" ", about, class_name="sr-only"),
        type="button",
        on_click=press,
        class_name="button button--quiet button--small",
    )
