"""The civil status registry beside a dossier: where it stands, its entry, its paper."""

import reflex as rx

from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.officer.civil_status import CivilStatusState as State
from dvc_app.wording import civil_status as wording


def civil_status_card() -> rx.Component:
    """Return the card; other procedures have none."""
    return rx.cond(
        State.is_there,
        rx.el.section(
            rx.el.div(
                rx.el.h2(wording.CARD, class_name="grow"),
                rx.cond(
                    State.has_case, rx.el.span(State.state, class_name=State.state_css)
                ),
                class_name="row",
            ),
            rx.cond(State.has_case, _case(), _not_yet()),
            id="civil-status",
            class_name="card stack",
        ),
    )


def _not_yet() -> rx.Component:
    return rx.cond(
        State.refused != "",
        notice(
            rx.el.p(rx.el.b(wording.NOT_TAKEN), " ", State.refused),
            rx.el.p(link(wording.OPEN_MESSAGE, to=State.message_href)),
            kind="warn",
        ),
        rx.el.p(wording.NOT_YET),
    )


def _case() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.words != "",
            notice(rx.el.p(rx.el.b(wording.THEIR_WORDS, ": "), State.words)),
        ),
        rx.el.p(State.plain),
        rx.el.dl(
            rx.foreach(
                State.facts,
                lambda fact: rx.fragment(
                    rx.el.dt(fact[0]), rx.el.dd(fact[1], class_name="num")
                ),
            ),
            class_name="facts",
        ),
        rx.cond(
            State.paper_href != "",
            rx.el.p(
                rx.el.a(
                    wording.PAPER,
                    href=State.paper_href,
                    target="_blank",
                    rel="noopener",
                )
            ),
        ),
        rx.cond(
            State.paper_note != "",
            rx.el.p(State.paper_note, class_name="small muted", role="status"),
        ),
        rx.cond(State.may_attach, _attach()),
        rx.cond(
            State.needs_taking,
            rx.el.p(wording.TAKE_FIRST, class_name="small muted"),
        ),
        rx.cond(State.may_repeat, _repeat()),
        class_name="stack",
    )


def _attach() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            wording.ATTACH_PAPER,
            type="button",
            class_name="button button--quiet",
            on_click=State.attach,
        ),
        rx.el.button(
            wording.ATTACH_DIGITAL,
            type="button",
            class_name="button button--quiet",
            on_click=State.attach_to_sign,
        ),
        class_name="row",
    )


def _repeat() -> rx.Component:
    note = Field(
        "note",
        wording.NOTE,
        hint=wording.NOTE_HINT,
        required=True,
        error=State.problems.get("note", ""),
    )
    return rx.el.form(
        area_field(note),
        rx.el.button(wording.REPEAT, type="submit", class_name="button button--quiet"),
        key=State.form_key,
        on_submit=State.repeat,
        no_validate=True,
        class_name="stack",
    )
