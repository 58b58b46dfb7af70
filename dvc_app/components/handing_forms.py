"""The forms between officers: forward, ask, send back, give, ask for, note (O05)."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.state.officer.handing import OFFICER
from dvc_app.state.officer.handing import HandingState as Form
from dvc_app.state.officer.handing_rows import ChoiceRow
from dvc_app.state.officer.processing import ProcessingState as State
from dvc_app.wording import handing as wording


def _forward() -> rx.Component:
    due = _field("due", wording.DUE, wording.DUE_HINT, required=False)
    return _form(
        "forward",
        Form.forward,
        _officer(),
        area_field(_field("handover", wording.OPINION, wording.OPINION_HINT)),
        text_field(due, input_mode="numeric", auto_complete="off"),
    )


def _reassign() -> rx.Component:
    reason = _field("reason", wording.REASON, wording.REASON_HINT)
    return _form("reassign", Form.reassign, _officer(), area_field(reason))


def _ask() -> rx.Component:
    due = _field("opinion_due", wording.DUE, wording.DUE_ASK_HINT)
    return _form(
        "ask_opinion",
        Form.ask,
        select_field(
            _field("unit", wording.UNIT, required=False),
            [rx.foreach(Form.units, _option)],
            value=Form.unit,
            on_change=Form.choose_unit,
        ),
        rx.el.fieldset(
            rx.el.legend(wording.WHO, class_name="required"),
            rx.cond(
                Form.officers.length() > 0,
                rx.foreach(Form.officers, _box),
                rx.el.p(wording.NOBODY, class_name="muted"),
            ),
            rx.el.span(
                Form.problems.get("officers", ""), class_name="error", id="officers-loi"
            ),
            id="officers",
            class_name=rx.cond(
                Form.problems.get("officers", "") != "", "field field--error", "field"
            ),
        ),
        area_field(_field("question", wording.QUESTION, wording.QUESTION_HINT)),
        text_field(due, input_mode="numeric", auto_complete="off"),
    )


def _send_back() -> rx.Component:
    where = _field("position", wording.BACK_TO)
    return _form(
        "return_step",
        Form.send_back,
        select_field(where, [rx.foreach(State.desk.back, _option)]),
        area_field(_field("reason", wording.REASON, wording.REASON_HINT)),
    )


def _ask_for() -> rx.Component:
    why = _field("why", wording.WHY_ME, required=False)
    return _form("ask_for", Form.ask_for, area_field(why))


def _note() -> rx.Component:
    return _form("note", Form.write, area_field(_field("note", wording.NOTE_TEXT)))


FORMS: dict[str, Callable[[], rx.Component]] = {
    "forward": _forward,
    "reassign": _reassign,
    "ask_opinion": _ask,
    "return_step": _send_back,
    "ask_for": _ask_for,
    "note": _note,
}


def _form(kind: str, submit: Any, *fields: rx.Component) -> rx.Component:
    # Any: an event handler of the state.
    return rx.el.section(
        rx.el.h2(wording.TITLES[kind]),
        rx.el.p(wording.LEADS[kind], class_name="muted"),
        error_summary(Form, "tom-tat-loi-ban-giao"),
        rx.el.form(
            rx.el.input(type="hidden", name="version", value=State.seen),
            *fields,
            rx.el.div(
                rx.el.button(wording.SEND[kind], type="submit", class_name="button"),
                rx.el.button(
                    wording.CANCEL,
                    type="button",
                    class_name="button button--quiet",
                    on_click=Form.show(""),
                ),
                class_name="row",
            ),
            key=Form.form_key,
            on_submit=submit,
            no_validate=True,
            class_name="stack column",
        ),
        class_name="card stack",
    )


def _officer() -> rx.Component:
    return select_field(
        _field("officer", wording.TO_WHOM),
        [
            rx.el.option(wording.CHOOSE, value=""),
            rx.foreach(Form.officers, _option),
        ],
    )


def _field(name: str, label: str, hint: str = "", required: bool = True) -> Field:
    return Field(
        name,
        label,
        hint=hint,
        required=required,
        optional_words="" if required else wording.OPTIONAL,
        error=Form.problems.get(name, ""),
    )


def _option(one: ChoiceRow) -> rx.Component:
    return rx.el.option(one.label, value=one.value)


def _box(one: ChoiceRow) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=f"{OFFICER}{one.value}"),
        rx.el.span(one.label),
        rx.el.span(" ", one.note, class_name="small muted"),
        class_name="tick",
        key=one.value,
    )
