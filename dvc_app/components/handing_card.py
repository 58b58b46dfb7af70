"""What passes between officers on “Chi tiết hồ sơ”: menu, forms, talk, log (O05)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.handing_forms import FORMS
from dvc_app.components.link import link
from dvc_app.state.officer.handing import HandingState as Form
from dvc_app.state.officer.handing_rows import (
    ChoiceRow,
    LogRow,
    NoteRow,
    OpinionRow,
    WishRow,
)
from dvc_app.state.officer.processing import ProcessingState as State
from dvc_app.wording import handing as wording

LOG_HEADS = (
    wording.LOG_WHEN,
    wording.LOG_WHAT,
    wording.LOG_WHO,
    wording.LOG_RESULT,
    wording.LOG_NOTE,
)


def handing_menu() -> rx.Component:
    """Return the acts beside the next one, in a quiet menu."""
    return rx.el.details(
        rx.el.summary(wording.MORE, class_name="button button--quiet button--small"),
        rx.el.ul(
            rx.foreach(State.desk.menu, _menu_line),
            rx.cond(
                State.desk.is_financial,
                rx.el.li(link(wording.COLLECT, to=State.desk.dues_href)),
            ),
            rx.cond(
                State.desk.slip_href != "",
                rx.el.li(
                    rx.el.a(
                        wording.CONTROL_SLIP,
                        href=State.desk.slip_href,
                        target="_blank",
                        rel="noopener",
                    )
                ),
            ),
        ),
        class_name="row-menu more-menu",
        key=Form.open,
    )


def _menu_line(act: ChoiceRow) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            act.label,
            type="button",
            on_click=Form.show(act.value),
            class_name="menu-act",
        ),
        key=act.value,
    )


def handing_form() -> rx.Component:
    """Return the form chosen in the menu."""
    matches = [(kind, draw()) for kind, draw in FORMS.items()]
    return rx.cond(Form.open != "", rx.match(Form.open, *matches, rx.fragment()))


def way_fields() -> rx.Component:
    """Return the ways on to choose from, and why an answer is not waited for."""
    way = Field("way", wording.WAY, required=True, error=State.problems.get("way", ""))
    without = Field(
        "without",
        wording.WITHOUT,
        hint=State.desk.without_hint,
        error=State.problems.get("without", ""),
    )
    return rx.fragment(
        rx.cond(
            State.desk.ways.length() > 1,
            rx.el.fieldset(
                rx.el.legend(way.label, class_name="required"),
                rx.foreach(State.desk.ways, _way),
                rx.el.span(way.error, class_name="error", id="way-loi"),
                id="way",
                class_name=rx.cond(
                    State.problems.get("way", "") != "", "field field--error", "field"
                ),
            ),
        ),
        rx.cond(State.desk.waiting > 0, area_field(without)),
    )


def _way(way: ChoiceRow) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="way", value=way.value),
        rx.el.span(way.label),
        rx.el.span(" → ", way.note, class_name="small muted"),
        class_name="tick",
        key=way.value,
    )


def wishes() -> rx.Component:
    """Return who asks the holder for the step, and one's own wish that waits."""
    return rx.fragment(
        rx.foreach(State.desk.wishes, _wish),
        rx.cond(
            State.desk.my_wish != "",
            rx.el.p(State.desk.my_wish, class_name="notice", role="status"),
        ),
    )


def _wish(wish: WishRow) -> rx.Component:
    return rx.el.div(
        rx.el.p(wish.text),
        rx.cond(wish.reason != "", rx.el.p(wish.reason, class_name="small")),
        rx.el.div(
            rx.el.button(
                wish.give,
                type="button",
                class_name="button button--small",
                on_click=Form.give(wish.id),
            ),
            rx.el.button(
                wording.KEEP,
                type="button",
                class_name="button button--quiet button--small",
                on_click=Form.keep(wish.id),
            ),
            class_name="row",
        ),
        class_name="notice notice--warn",
        role="status",
        key=wish.id,
    )


def talk() -> rx.Component:
    """Return the opinions asked for and the notes, which no citizen sees."""
    return rx.el.div(
        rx.el.p(wording.INTERNAL, class_name="small muted"),
        _block(wording.OPINIONS, State.desk.opinions, _opinion, wording.NO_OPINIONS),
        _block(wording.NOTES, State.desk.notes, _note, wording.NO_NOTES),
        class_name="stack",
    )


def _block(title: str, rows: Any, draw: Any, empty: str) -> rx.Component:
    # Any: a Var of rows, and how one of them is drawn.
    return rx.el.section(
        rx.el.h2(title),
        rx.cond(
            rows.length() > 0,
            rx.el.ul(rx.foreach(rows, draw), class_name="stack"),
            rx.el.p(empty, class_name="muted"),
        ),
        class_name="card stack",
    )


def _opinion(one: OpinionRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(one.who),
            rx.el.span(one.unit, class_name="small muted"),
            rx.el.span(one.state, class_name=one.css),
            class_name="row",
        ),
        rx.el.p(one.question),
        rx.el.p(one.asked, class_name="small muted"),
        rx.cond(one.answer != "", rx.el.p(one.answer, class_name="typed")),
        class_name="stack-s",
    )


def _note(note: NoteRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(note.by), " · ", note.at, class_name="small"),
        rx.el.p(note.text, class_name="said typed"),
    )


def step_log() -> rx.Component:
    """Return who handed what to whom, the latest first."""
    return rx.cond(
        State.desk.log.length() > 0,
        rx.el.section(
            rx.el.h2(wording.LOG),
            rx.el.table(
                rx.el.caption(wording.LOG, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(*[rx.el.th(head, scope="col") for head in LOG_HEADS])
                ),
                rx.el.tbody(rx.foreach(State.desk.log, _log_line)),
                class_name="table table--cards",
            ),
            class_name="card stack",
        ),
    )


def _log_line(line: LogRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(line.at, data_label=wording.LOG_WHEN, class_name="num"),
        rx.el.td(
            line.what,
            rx.el.span(line.step, class_name="small muted block"),
            data_label=wording.LOG_WHAT,
        ),
        rx.el.td(line.who, data_label=wording.LOG_WHO),
        rx.el.td(
            rx.el.span(line.result, class_name=line.css),
            data_label=wording.LOG_RESULT,
        ),
        rx.el.td(line.note, data_label=wording.LOG_NOTE),
    )
