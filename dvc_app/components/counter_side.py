"""Beside the form of the counter: the queue, a brought draft, what lies unfinished."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import leaving_link, link
from dvc_app.state.officer.counter import CounterState as State
from dvc_app.state.officer.counter_board import DraftRow
from dvc_app.wording import counter as wording


def queue() -> rx.Component:
    """Return who waits, and the number being served."""
    return rx.el.section(
        rx.el.h2(wording.QUEUE, class_name="h3"),
        rx.el.p(State.waiting, role="status"),
        rx.cond(State.called.id != "", _called(), _call_button()),
        rx.el.p(
            leaving_link(wording.KIOSK_LINK, to=State.kiosk_href),
            leaving_link(wording.WALL_LINK, to=State.wall_href),
            leaving_link(wording.SCREEN_LINK, to=routes.SCREEN_START),
            class_name="row small",
        ),
        class_name="card stack-s",
    )


def _call_button() -> rx.Component:
    return rx.el.button(
        wording.CALL,
        type="button",
        class_name="button button--quiet",
        on_click=State.call_next,
    )


def _called() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(State.called.words), class_name="called-number"),
        rx.cond(State.called.business != "", rx.el.p(State.called.business)),
        rx.el.div(
            rx.cond(
                State.called.has_draft,
                rx.el.button(
                    wording.OPEN_CARRIED,
                    type="button",
                    class_name="button button--small",
                    on_click=State.open_ticketed,
                ),
            ),
            rx.el.button(
                wording.SERVED,
                type="button",
                class_name="button button--quiet button--small",
                on_click=State.end_ticket(True),
            ),
            rx.el.button(
                wording.ABSENT,
                type="button",
                class_name="button button--text button--small",
                on_click=State.end_ticket(False),
            ),
            class_name="row",
        ),
        class_name="notice stack-s",
    )


def carried() -> rx.Component:
    """Return the field that opens a draft by its key (N11)."""
    return rx.el.form(
        rx.el.h2(wording.CARRY, class_name="h3"),
        text_field(
            Field(
                "key",
                wording.CARRY_KEY,
                hint=wording.CARRY_HINT,
                error=State.problems.get("key", ""),
            ),
            auto_complete="off",
            spell_check=False,
        ),
        rx.el.button(
            wording.CARRY_OPEN, type="submit", class_name="button button--quiet"
        ),
        on_submit=State.open_carried,
        no_validate=True,
        class_name="card stack-s",
    )


def drafts() -> rx.Component:
    """Return what lies on the counter unfinished."""
    return rx.el.section(
        rx.el.h2(wording.OPEN_DRAFTS, class_name="h3"),
        rx.cond(
            State.drafts.length() > 0,
            rx.el.ul(rx.foreach(State.drafts, _draft), class_name="stack-s"),
            rx.el.p(wording.NO_DRAFTS, class_name="muted"),
        ),
        class_name="card stack-s",
    )


def differing() -> rx.Component:
    """Return whom the register has otherwise than the officer typed."""
    return rx.cond(
        State.differing.length() > 0,
        rx.el.section(
            rx.el.h2(wording.DIFFERING, class_name="h3"),
            rx.el.p(wording.DIFFERING_HINT, class_name="small muted"),
            rx.el.ul(rx.foreach(State.differing, _draft), class_name="stack-s"),
            class_name="card stack-s",
        ),
    )


def _draft(row: DraftRow) -> rx.Component:
    return rx.el.li(
        link(row.procedure, to=row.href),
        rx.el.p(row.person, " · ", row.facts, class_name="small muted"),
        key=row.href,
    )
