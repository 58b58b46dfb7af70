"""What stands above the tabs of a reception: receipt, holder, what a machine found."""

import reflex as rx

from dvc_app.components.dossier_parts import card
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.reception_keys import NEXT_ID
from dvc_app.state.officer.reception import ReceptionState as State
from dvc_app.state.officer.reception_acts import ReceptionActsState as Acts
from dvc_app.state.officer.reception_rows import CheckRow
from dvc_app.wording import machine_checks
from dvc_app.wording import reception as wording


def receipt() -> rx.Component:
    """Return the receipt that was issued, two copies to print, and the way on."""
    return rx.el.div(
        rx.cond(
            State.receipt != "",
            notice(
                rx.el.p(rx.el.b(State.receipt)),
                rx.el.p(State.receipt_line),
                rx.el.div(
                    rx.el.button(
                        wording.NEXT,
                        id=NEXT_ID,
                        type="button",
                        class_name="button",
                        on_click=State.take_next,
                    ),
                    rx.el.a(
                        wording.PRINT,
                        href=State.print_href,
                        target="_blank",
                        rel="noopener",
                        class_name="button button--quiet",
                    ),
                    link(
                        wording.SEE_DETAILS,
                        to=State.details_href,
                        class_name="button button--text",
                    ),
                    class_name="row",
                ),
                rx.el.p(wording.PRINT_TWO, class_name="small muted"),
                kind="done",
            ),
            rx.cond(~State.may_receive, notice(wording.NOT_NEW)),
        ),
        role="status",
    )


def warnings() -> rx.Component:
    """Return who looks at it, and what citizens really got wrong."""
    return rx.el.div(
        _holder(),
        rx.cond(
            State.likely.length() > 0,
            notice(
                rx.el.b(machine_checks.TITLE),
                rx.el.ul(
                    rx.foreach(State.likely, lambda words: rx.el.li(words)),
                    class_name="dots",
                ),
                kind="warn",
            ),
            rx.el.p("✓ ", machine_checks.NOTHING, class_name="saved"),
        ),
        class_name="stack-s",
    )


def _holder() -> rx.Component:
    return rx.fragment(
        rx.cond(
            State.holder != "",
            notice(
                rx.el.p(State.holder),
                rx.cond(
                    State.has_asked,
                    rx.el.p(wording.HOLD_ASKED, class_name="small"),
                    rx.el.button(
                        wording.ASK_HOLD,
                        type="button",
                        class_name="button button--quiet button--small",
                        on_click=Acts.ask_hold,
                    ),
                ),
                kind="warn",
                role="status",
            ),
        ),
        rx.cond(
            State.wanted != "",
            notice(
                rx.el.p(State.wanted),
                rx.el.button(
                    wording.GIVE_HOLD,
                    type="button",
                    class_name="button button--quiet button--small",
                    on_click=Acts.give_hold,
                ),
                role="status",
            ),
        ),
    )


def people_card() -> rx.Component:
    """Return how submitter and owner compare with the population database."""
    people = State.people
    return card(
        wording.PEOPLE,
        rx.el.ul(rx.foreach(people.rows, _person), class_name="stack-s"),
        rx.cond(
            people.to_ask,
            rx.el.span(on_mount=Acts.ask_people, hidden=True, key=State.form_key),
        ),
        rx.cond(
            people.is_down & State.may_receive,
            rx.el.div(
                rx.el.p(wording.PEOPLE_DOWN, class_name="small"),
                rx.el.div(
                    rx.el.button(
                        wording.PEOPLE_MARK,
                        type="button",
                        class_name="button button--quiet button--small",
                        on_click=Acts.mark,
                    ),
                    rx.el.button(
                        wording.PEOPLE_AGAIN,
                        type="button",
                        class_name="button button--text button--small",
                        on_click=Acts.ask_people,
                    ),
                    class_name="row",
                ),
                class_name="stack-s",
            ),
        ),
    )


def _person(row: CheckRow) -> rx.Component:
    return rx.el.li(row.words, class_name=row.css)
