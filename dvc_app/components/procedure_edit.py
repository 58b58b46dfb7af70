"""The form of a change of a procedure, and the look before it is sent (A02)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import (
    Field,
    area_field,
    check_field,
    select_field,
    text_field,
)
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.procedure_papers import papers_editor
from dvc_app.components.procedure_preview import preview
from dvc_app.state.admin.procedure_edit import ProcedureEditState as State
from dvc_app.state.admin.procedure_edit import UnitOption
from dvc_app.state.admin.procedure_rows import DiffRow
from dvc_app.wording import procedure_changes as wording
from dvc_app.wording.procedures import ONLINE_LEVELS

QUIET = "button button--quiet"
NAMES = wording.FIELDS


def editing() -> rx.Component:
    """Return the form; looked over, its fields stay as they are, out of sight."""
    return rx.fragment(
        error_summary(State),
        rx.el.div(_form(), hidden=State.mode == "check"),
        rx.cond(State.mode == "check", _look()),
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.h2(wording.EDIT_TITLE),
        rx.el.p(wording.EDIT_LEAD, class_name="muted"),
        rx.el.span(
            State.problems.get("change", ""),
            id="change",
            tab_index=-1,
            class_name="error",
        ),
        _texts(),
        _filing(),
        _limit(),
        papers_editor(),
        _suspension(),
        _when(),
        rx.el.div(
            submit_button(wording.CHECK, State.busy, wording.CHECKING),
            rx.el.button(
                wording.CANCEL, type="button", on_click=State.cancel, class_name=QUIET
            ),
            class_name="row",
        ),
        on_submit=State.check,
        no_validate=True,
        key=State.form_key,
        class_name="stack",
    )


def _part(title: str, *children: rx.Component) -> rx.Component:
    return rx.el.section(rx.el.h3(title), *children, class_name="card stack")


def _field(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    error = State.problems.get(name, "")
    return Field(name, label, hint=hint, required=required, error=error)


def _line(name: str, label: str, value: Any, hint: str = "") -> rx.Component:
    # Any: a Var of text.
    return text_field(_field(name, label, hint), value, auto_complete="off")


def _texts() -> rx.Component:
    drawn = State.drawn
    return _part(
        wording.PART_TEXT,
        _line(
            "plain_name",
            NAMES["plain_name"],
            drawn.plain_name,
            wording.PLAIN_NAME_HINT,
        ),
        area_field(
            _field("summary", NAMES["summary"], wording.SUMMARY_HINT), drawn.summary
        ),
        _line("keywords", NAMES["keywords"], drawn.keywords, wording.KEYWORDS_HINT),
        rx.cond(
            drawn.is_long,
            rx.el.p(rx.el.b(NAMES["requirements"]), ": ", wording.REQUIREMENTS_LONG),
            area_field(
                _field("requirements", NAMES["requirements"]), drawn.requirements
            ),
        ),
    )


def _filing() -> rx.Component:
    return _part(
        wording.PART_FILING,
        select_field(
            _field("online_level", NAMES["online_level"]),
            [rx.el.option(words, value=str(k)) for k, words in ONLINE_LEVELS.items()],
            default_value=State.drawn.online_level,
        ),
        check_field(
            _field("is_filed_here", wording.IS_FILED_HERE),
            default_checked=State.drawn.is_filed_here,
        ),
        rx.el.fieldset(
            rx.el.legend(NAMES["units"]),
            rx.el.span(State.problems.get("units", ""), class_name="error"),
            rx.el.p(
                wording.UNITS_CHOSEN.partition("{count}")[0],
                State.chosen.length(),
                wording.UNITS_CHOSEN.partition("{count}")[2],
                class_name="small muted",
                role="status",
            ),
            _units(wording.UNITS_OFFICES, State.offices),
            _units(
                wording.UNITS_COMMUNES,
                State.communes,
                _small(wording.ALL_COMMUNES, State.toggle_communes(True)),
                _small(wording.NO_COMMUNES, State.toggle_communes(False)),
            ),
            id="units",
            tab_index=-1,
            class_name="field checks",
        ),
    )


def _units(title: str, options: Any, *acts: rx.Component) -> rx.Component:
    # Any: a Var of options.
    return rx.el.details(
        rx.el.summary(title),
        rx.el.div(*acts, class_name="row") if acts else rx.fragment(),
        rx.el.div(rx.foreach(options, _unit), class_name="unit-picks"),
    )


def _unit(option: UnitOption) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=State.chosen.contains(option.code),
            on_change=lambda on: State.toggle_unit(option.code, on),
        ),
        rx.el.span(option.name),
        class_name="tick",
        key=option.code,
    )


def _small(words: str, press: Any) -> rx.Component:
    # Any: an event with its argument.
    css = "button button--quiet button--small"
    return rx.el.button(words, type="button", on_click=press, class_name=css)


def _limit() -> rx.Component:
    drawn = State.drawn
    return _part(
        wording.PART_LIMIT,
        rx.el.div(
            text_field(
                _field("limit_value", wording.LIMIT_VALUE, wording.LIMIT_VALUE_HINT),
                drawn.limit_value,
                input_mode="decimal",
                auto_complete="off",
            ),
            select_field(
                _field("limit_unit", wording.LIMIT_UNIT),
                [rx.el.option(w, value=k) for k, w in wording.LIMIT_UNITS.items()],
                default_value=drawn.limit_unit,
            ),
            _line(
                "cut_off", wording.CUT_OFF_FIELD, drawn.cut_off, wording.CUT_OFF_HINT
            ),
            class_name="step-fields",
        ),
        _line("limit_note", wording.LIMIT_NOTE, drawn.limit_note),
    )


def _suspension() -> rx.Component:
    return _part(
        wording.PART_SUSPEND,
        check_field(
            _field("is_suspended", wording.IS_SUSPENDED),
            default_checked=State.drawn.is_suspended,
        ),
        _line(
            "suspended_reason",
            wording.SUSPENDED_REASON,
            State.drawn.suspended_reason,
            wording.SUSPENDED_REASON_HINT,
        ),
    )


def _when() -> rx.Component:
    return _part(
        wording.PART_WHEN,
        text_field(
            _field("reason", wording.WHY, wording.WHY_HINT, required=True),
            auto_complete="off",
        ),
        text_field(
            _field("valid_from", wording.VALID_FROM, wording.VALID_FROM_HINT),
            input_mode="numeric",
            auto_complete="off",
        ),
    )


def _look() -> rx.Component:
    return rx.fragment(
        rx.el.section(
            rx.el.h2(wording.CHECK_TITLE),
            rx.el.p(State.check_words),
            differences(State.fields),
            rx.el.div(
                rx.el.button(
                    rx.cond(State.busy, wording.SENDING, wording.PROPOSE),
                    type="button",
                    disabled=State.busy,
                    on_click=State.propose,
                    class_name="button",
                ),
                rx.el.button(
                    wording.EDIT_MORE,
                    type="button",
                    on_click=State.edit_more,
                    class_name=QUIET,
                ),
                class_name="row",
            ),
            class_name="card stack",
        ),
        preview(State),
    )


def differences(fields: Any) -> rx.Component:
    """Return what a change changes, field by field, before beside after."""
    # Any: a Var of DiffRows.
    heads = (wording.FIELD, wording.WAS, wording.SHALL)
    return rx.el.table(
        rx.el.caption(wording.CHANGES_OF, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(fields, _difference)),
        class_name="table table--cards diff-table",
    )


def _difference(row: DiffRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.name), data_label=wording.FIELD),
        rx.el.td(
            rx.el.div(rx.foreach(row.before, rx.el.p), class_name="diff-before"),
            data_label=wording.WAS,
        ),
        rx.el.td(
            rx.el.div(rx.foreach(row.after, rx.el.p), class_name="diff-after"),
            data_label=wording.SHALL,
        ),
        key=row.name,
    )
