"""The editor of a rule, and the invented dossiers before and after it (A05)."""

import reflex as rx

from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.state.admin.fee_form import FeeOption, ReliefEdit, WhenOption
from dvc_app.state.admin.fee_procedure import FeeProcedureState as State
from dvc_app.state.admin.fee_rows import SampleRow
from dvc_app.wording import fee_changes as wording

STEPS = (2, 3, 4, 5)


def fee_editor() -> rx.Component:
    """Return the form; while the effect is shown its fields wait."""
    return rx.el.section(
        rx.el.h2(State.edit_title),
        rx.el.p(wording.EDIT_LEAD, class_name="muted"),
        rx.el.form(
            rx.el.fieldset(
                _what(),
                _amounts(),
                _counts(),
                _when(),
                _reliefs(),
                disabled=State.samples.length() > 0,
                class_name="plain stack-l",
            ),
            rx.cond(
                State.samples.length() > 0,
                rx.fragment(),
                rx.el.div(
                    submit_button(wording.SEE, State.busy, wording.SEEING),
                    _button(wording.CANCEL, State.cancel),
                    class_name="row",
                ),
            ),
            on_submit=State.see,
            no_validate=True,
            key=State.form_key,
            class_name="stack-l",
        ),
        rx.cond(State.samples.length() > 0, _effect()),
        id="viet-muc",
        class_name="card stack",
    )


def samples_table(samples: rx.Var[list[SampleRow]]) -> rx.Component:
    """Return invented dossiers with what each costs before and after."""
    heads = (wording.SAMPLE, wording.BEFORE, wording.AFTER)
    return rx.el.table(
        rx.el.caption(wording.EFFECT_TITLE, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(samples, _sample)),
        class_name="table table--cards",
    )


def _sample(row: SampleRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(row.words, data_label=wording.SAMPLE),
        rx.el.td(row.before, class_name="num", data_label=wording.BEFORE),
        rx.el.td(row.after, class_name=row.css, data_label=wording.AFTER),
        key=row.words,
    )


def _effect() -> rx.Component:
    return rx.el.div(
        rx.el.h3(wording.EFFECT_TITLE),
        rx.el.p(State.effect_lead),
        rx.cond(State.effect_first, rx.el.p(rx.el.b(wording.EFFECT_FIRST))),
        rx.cond(State.effect_same, rx.el.p(wording.EFFECT_SAME)),
        samples_table(State.samples),
        rx.el.div(
            rx.el.button(
                wording.PROPOSE,
                type="button",
                on_click=State.propose,
                class_name="button",
            ),
            _button(wording.CORRECT, State.correct),
            class_name="row",
        ),
        role="status",
        class_name="notice notice--warn stack-s",
    )


def _what() -> rx.Component:
    return rx.el.div(
        _text("name", wording.NAME, wording.NAME_HINT, required=True),
        rx.el.div(
            _select("kind", wording.KIND, wording.KINDS),
            _select("due", wording.DUE, wording.DUES),
            _text("valid_from", wording.VALID_FROM, wording.VALID_FROM_HINT, True),
            _text("valid_to", wording.VALID_TO, wording.VALID_TO_HINT),
            class_name="step-fields",
        ),
        _text("basis", wording.BASIS, wording.BASIS_HINT, required=True),
        area_field(_field("note", wording.NOTE), State.typed["note"]),
        _text("reason", wording.REASON, wording.REASON_HINT),
        class_name="stack",
    )


def _amounts() -> rx.Component:
    return _group(
        wording.GROUP_AMOUNT,
        rx.el.div(
            _text("amount", wording.AMOUNT, wording.AMOUNT_HINT),
            *[
                _text(f"amount_{channel}", words, wording.AMOUNT_BY_HINT)
                for channel, words in wording.AMOUNT_BY.items()
            ],
            class_name="step-fields",
        ),
    )


def _counts() -> rx.Component:
    return _group(
        wording.GROUP_COUNT,
        rx.el.p(wording.COUNT_LEAD, class_name="small muted"),
        rx.el.div(
            _counted("units", wording.UNITS),
            _text("unit", wording.UNIT, wording.UNIT_HINT),
            _counted("items", wording.ITEMS),
            _text("item", wording.ITEM, wording.ITEM_HINT),
            _text("cap", wording.CAP, wording.CAP_HINT),
            class_name="step-fields",
        ),
        rx.el.details(
            rx.el.summary(wording.STEPS_TITLE),
            rx.el.p(wording.STEPS_LEAD, class_name="small muted"),
            *[
                rx.el.div(
                    _text(f"first_{number}", wording.STEP_FIRST),
                    _text(f"amount_{number}", wording.STEP_AMOUNT),
                    class_name="two",
                )
                for number in STEPS
            ],
            open=State.typed["first_2"] != "",
            class_name="stack-s",
        ),
    )


def _when() -> rx.Component:
    return rx.cond(
        State.asked.length() > 1,
        _group(
            wording.GROUP_WHEN,
            select_field(
                Field("when", wording.WHEN_FIELD),
                rx.foreach(State.asked, _option),
                value=State.when,
                on_change=State.choose_when,
            ),
            rx.cond(
                State.when != "",
                rx.el.fieldset(
                    rx.el.legend(wording.WHEN_ANY, class_name="required"),
                    rx.el.span(State.problems.get("when_any", ""), class_name="error"),
                    rx.foreach(State.when_options, _when_option),
                    _tick("otherwise", wording.OTHERWISE, State.otherwise),
                    id="when_any",
                    tab_index=-1,
                    class_name="field checks",
                ),
            ),
        ),
    )


def _when_option(row: WhenOption) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=row.id, default_checked=row.is_on),
        rx.el.span(row.words),
        key=State.when + row.id,
        class_name="tick",
    )


def _reliefs() -> rx.Component:
    return _group(
        wording.GROUP_RELIEF,
        rx.cond(
            State.reliefs.length() > 0,
            rx.el.div(rx.foreach(State.reliefs, _relief), class_name="stack"),
            rx.el.p(wording.RELIEF_NONE, class_name="muted"),
        ),
        _button(wording.RELIEF_ADD, State.add_relief),
    )


def _relief(row: ReliefEdit, number: rx.Var[int]) -> rx.Component:
    values = {
        "ground": row.ground,
        "percent": row.percent,
        "basis": row.basis,
        "proof": row.proof,
    }
    return rx.el.fieldset(
        rx.el.legend(wording.RELIEF_OF, " ", number + 1),
        rx.el.div(
            *[
                _relief_text(row, name, words, values[name])
                for name, words in wording.RELIEF_FIELDS.items()
            ],
            class_name="step-fields",
        ),
        rx.el.div(
            _tick(_named(row, "known"), wording.RELIEF_KNOWN, row.is_known),
            _tick(_named(row, "online"), wording.RELIEF_IS_ONLINE, row.is_online),
            class_name="row step-options",
        ),
        _button(wording.RELIEF_DROP, State.drop_relief(row.key)),
        key=row.key,
        class_name="card stack step-edit",
    )


def _relief_text(
    row: ReliefEdit, name: str, words: str, value: str | rx.Var[str]
) -> rx.Component:
    whole = _named(row, name)
    error = State.problems.get(whole, "")
    return rx.el.label(
        rx.el.span(words),
        rx.el.span(error, class_name="error"),
        rx.el.input(id=whole, name=whole, default_value=value, auto_complete="off"),
        class_name=rx.cond(error != "", "field field--error", "field"),
    )


def _named(row: ReliefEdit, name: str) -> rx.Var[str]:
    return rx.Var.create("relief_") + row.key + f"_{name}"


def _counted(name: str, label: str) -> rx.Component:
    return select_field(
        _field(name, label),
        rx.foreach(State.counted, _option),
        default_value=State.typed[name],
    )


def _select(name: str, label: str, options: dict[str, str]) -> rx.Component:
    lines = [rx.el.option(words, value=value) for value, words in options.items()]
    field = _field(name, label, required=True)
    return select_field(field, lines, default_value=State.typed[name])


def _option(one: FeeOption) -> rx.Component:
    return rx.el.option(one.words, value=one.value)


def _text(
    name: str, label: str, hint: str = "", required: bool = False
) -> rx.Component:
    value = State.typed.get(name, "")
    return text_field(_field(name, label, hint, required), value, auto_complete="off")


def _field(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    error = State.problems.get(name, "")
    return Field(name, label, hint, required=required, error=error)


def _tick(
    name: str | rx.Var[str], words: str, is_on: bool | rx.Var[bool]
) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, default_checked=is_on),
        rx.el.span(words),
        class_name="tick",
    )


def _group(title: str, *children: rx.Component) -> rx.Component:
    return rx.el.div(rx.el.h3(title), *children, class_name="stack-s")


def _button(words: str, act: rx.EventHandler) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        on_click=act,
        class_name="button button--quiet button--small",
    )
