"""Một việc trong đời và các thủ tục của nó (C01)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.life_event import EventStepRow, LifeEventState, OtherRow
from dvc_app.wording import life_events as wording
from dvc_app.wording import procedures as list_wording

STATE = LifeEventState


def life_event_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            STATE.missing,
            _missing(),
            rx.cond(
                STATE.loaded, _event(), rx.fragment(rx.el.h1(wording.TITLE), skeleton())
            ),
        ),
        css="frame stack-l page",
    )


def _event() -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.h1(STATE.name),
            rx.el.p(STATE.summary, class_name="lead"),
            class_name="stack",
        ),
        rx.cond(STATE.bundle.name != "", _at_once()),
        rx.el.section(
            rx.el.h2(
                rx.cond(STATE.bundle.name != "", wording.STEPS, wording.STEPS_ALONE)
            ),
            rx.el.ol(rx.foreach(STATE.steps, _step), class_name="event-steps"),
            class_name="stack",
        ),
        rx.cond(STATE.keep.length() > 0, _keep()),
        rx.el.section(
            rx.el.h2(wording.OTHERS, class_name="h3"),
            rx.el.div(rx.foreach(STATE.others, _other), class_name="events"),
            class_name="stack",
        ),
    )


def _at_once() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.AT_ONCE),
        rx.el.p(rx.el.b(STATE.bundle.name)),
        rx.el.p(wording.AT_ONCE_HINT),
        rx.el.p(STATE.bundle.facts, class_name="small muted"),
        rx.el.div(
            rx.cond(
                STATE.bundle.file_href != "",
                link(
                    list_wording.APPLY, to=STATE.bundle.file_href, class_name="button"
                ),
            ),
            link(
                list_wording.DETAILS,
                to=STATE.bundle.href,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        class_name="card card--lift stack",
    )


def _step(step: EventStepRow) -> rx.Component:
    return rx.el.li(
        rx.el.h3(link(step.name, to=step.href)),
        rx.cond(step.when != "", rx.el.p(step.when)),
        rx.el.p(step.facts, class_name="small muted"),
        rx.cond(
            step.file_href != "",
            link(
                list_wording.APPLY,
                to=step.file_href,
                class_name="button button--quiet button--small",
                aria_label=f"{list_wording.APPLY}: " + step.name,
            ),
        ),
        class_name="stack",
    )


def _keep() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.KEEP, class_name="h3"),
        rx.el.ul(
            rx.foreach(STATE.keep, lambda line: rx.el.li(line)), class_name="dots"
        ),
        class_name="notice stack",
    )


def _other(other: OtherRow) -> rx.Component:
    return link(other.name, to=other.href)


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.NOT_FOUND),
        rx.el.p(wording.NOT_FOUND_HINT),
        link(wording.HOME, to=routes.HOME, class_name="button"),
        class_name="stack",
    )
