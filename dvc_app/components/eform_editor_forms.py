"""The forms of the editor: of a head, a group, a field (A03). None is bound (R7)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.state.admin.eform_edit import EformEditState as State
from dvc_app.state.admin.eform_edit_rows import Choice, Pick
from dvc_app.wording import eform_changes as wording
from dvc_app.wording import eform_fields as kinds


def head_form() -> rx.Component:
    """Return the inputs of the head."""
    return _form(
        _line("title", wording.FORM_TITLE, required=True),
        _line("form_number", wording.NUMBER),
        _line("legal_basis", wording.BASIS, required=True),
        _line("addressee", wording.ADDRESSEE, wording.ADDRESSEE_HINT),
        _area("pledge", wording.PLEDGE),
        _name("applicant", wording.APPLICANT),
        _pair(
            _name("signer_1", wording.SIGNER.format(number=1)),
            _line("role_1", wording.ROLE.format(number=1)),
            _name("signer_2", wording.SIGNER.format(number=2)),
            _line("role_2", wording.ROLE.format(number=2)),
        ),
        _line("starts_on", wording.DAY, wording.DAY_HINT, required=True),
        _area("reason", wording.WHY, wording.WHY_HINT, required=True),
    )


def group_form() -> rx.Component:
    """Return the inputs of a group."""
    return _form(
        _line("title", wording.GROUP_TITLE, required=True),
        _area("hint", wording.GROUP_HINT),
        _line("code", wording.GROUP_CODE, wording.FIELD_CODE_HINT),
        _condition("when", wording.WHEN, wording.WHEN_ALWAYS, State.when_picks),
        _tick("is_office", wording.GROUP_OFFICE),
        _tick("is_repeated", wording.GROUP_REPEATED),
        _pair(
            _line("noun", wording.NOUN, wording.NOUN_HINT),
            _line("least", wording.ROWS_LEAST, input_mode="numeric"),
            _line("most", wording.ROWS_MOST, input_mode="numeric"),
        ),
    )


def field_form() -> rx.Component:
    """Return the inputs of a field: what its kind of answer needs."""
    is_sum = State.kind == "sum"
    return _form(
        _line("label", wording.LABEL, wording.LABEL_HINT, required=True),
        _area("used_by", wording.REASON, wording.REASON_HINT, required=True),
        _pair(_kind(), _line("code", wording.FIELD_CODE, wording.FIELD_CODE_HINT)),
        rx.cond(
            _is_in(kinds.CHOSEN),
            _area("options", wording.OPTIONS, wording.OPTIONS_HINT, required=True),
        ),
        rx.cond(State.kind == "catalogue", _catalogue()),
        rx.cond(is_sum, _sum()),
        _area("hint", wording.HINT),
        rx.cond(
            is_sum,
            rx.fragment(),
            _tick("required", wording.REQUIRED),
        ),
        _condition("when", wording.WHEN, wording.WHEN_ALWAYS, State.when_picks),
        rx.cond(
            is_sum,
            rx.fragment(),
            _condition(
                "required_when", wording.NEED, wording.NEED_NEVER, State.need_picks
            ),
        ),
        rx.el.details(
            rx.el.summary(wording.MORE),
            rx.el.div(
                rx.cond(is_sum, rx.fragment(), _prefill()),
                _limits(),
                _line("contract", wording.CONTRACT, wording.CONTRACT_HINT),
                _tick("is_wide", wording.WIDE),
                class_name="stack",
            ),
        ),
    )


def _form(*inputs: rx.Component) -> rx.Component:
    return rx.el.form(
        *inputs,
        rx.el.div(
            rx.el.button(wording.SAVE, type="submit", class_name="button"),
            rx.el.button(
                wording.CANCEL,
                type="button",
                on_click=State.close,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        on_submit=State.save,
        no_validate=True,
        key=State.form_key,
        class_name="stack",
    )


def _pair(*inputs: rx.Component) -> rx.Component:
    return rx.el.div(*inputs, class_name="step-fields")


def _field(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    # Several forms have an input of this name. Of one with a plain id the framework
    # takes the value by a reference that is the last one drawn, which may be another.
    given: Any = rx.Var.create(name)
    error = State.problems.get(name, "")
    return Field(given, label, hint=hint, required=required, error=error)


def _text(name: str) -> Any:
    # Any: a Var of text.
    return State.form.texts.get(name, "")


def _line(
    name: str, label: str, hint: str = "", required: bool = False, **props: Any
) -> rx.Component:
    # Any: props of an input.
    given = _field(name, label, hint, required)
    return text_field(given, _text(name), auto_complete="off", **props)


def _area(
    name: str, label: str, hint: str = "", required: bool = False
) -> rx.Component:
    return area_field(_field(name, label, hint, required), _text(name))


def _tick(name: str, label: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            name=name,
            default_checked=State.form.ticks.get(name, False),
        ),
        rx.el.span(label),
        class_name="tick",
    )


def _kind() -> rx.Component:
    return select_field(
        _field("kind", wording.KIND, required=True),
        [rx.el.option(words, value=str(kind)) for kind, words in kinds.KINDS.items()],
        default_value=_text("kind"),
        on_change=State.choose_kind,
    )


def _catalogue() -> rx.Component:
    return select_field(
        _field("catalogue", wording.CATALOGUE, required=True),
        [
            rx.el.option(wording.CHOOSE, value=""),
            *[
                rx.el.option(words, value=name)
                for name, words in kinds.OFFERED_LISTS.items()
            ],
        ],
        default_value=_text("catalogue"),
    )


def _name(name: str, label: str) -> rx.Component:
    return select_field(
        _field(name, label),
        [
            rx.el.option(wording.NOBODY, value=""),
            rx.foreach(State.names, _option),
        ],
        default_value=_text(name),
    )


def _option(one: Choice) -> rx.Component:
    return rx.el.option(one[1], value=one[0], key=one[0])


def _condition(name: str, label: str, never: str, picks: Any) -> rx.Component:
    # Any: a Var of picks.
    field = f"{name}_field"
    return rx.el.div(
        select_field(
            _field(field, label),
            [rx.el.option(never, value=""), rx.foreach(State.deciders, _option)],
            default_value=_text(name),
            on_change=lambda code: State.choose_when(name, code),
        ),
        rx.cond(
            picks.length() > 0,
            rx.el.fieldset(
                rx.el.legend(wording.WHEN_ANSWERS, class_name="small"),
                rx.foreach(picks, _pick),
                class_name="field checks form-picks",
            ),
        ),
        class_name="stack-s",
    )


def _sum() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(wording.SUM, class_name="required"),
        rx.el.span(State.problems.get("sum_of", ""), class_name="error"),
        rx.foreach(State.sum_picks, _pick),
        rx.cond(
            State.sum_picks.length() == 0,
            rx.el.p(wording.SUM_NONE, class_name="small muted"),
        ),
        id="sum_of",
        tab_index=-1,
        class_name="field checks form-picks",
    )


def _pick(pick: Pick) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=pick.name, default_checked=pick.is_on),
        rx.el.span(pick.words),
        key=pick.name,
        class_name="tick",
    )


def _prefill() -> rx.Component:
    facts = [
        rx.el.option(words, value=name) for name, words in kinds.FACT_NAMES.items()
    ]
    return rx.el.div(
        _pair(
            *[
                select_field(
                    _field(
                        f"prefill_{number}", wording.PREFILL_NTH.format(number=number)
                    ),
                    [rx.el.option("", value=""), *facts],
                    default_value=_text(f"prefill_{number}"),
                )
                for number in (1, 2, 3)
            ]
        ),
        _line("default", wording.DEFAULT, wording.DEFAULT_HINT),
        class_name="stack",
    )


def _limits() -> rx.Component:
    numeric = {"input_mode": "numeric"}
    return rx.el.div(
        _line("unit", wording.UNIT),
        rx.cond(
            _is_in(kinds.NUMBERS),
            rx.fragment(
                _line("least", wording.LEAST, **numeric),
                _line("most", wording.MOST, **numeric),
            ),
        ),
        rx.cond(
            _is_in(kinds.LONG),
            rx.fragment(
                _line("shortest", wording.SHORTEST, **numeric),
                _line("longest", wording.LONGEST, **numeric),
            ),
        ),
        class_name="step-fields",
    )


def _is_in(wanted: tuple[str, ...]) -> Any:
    # Any: a Var of bool.
    found = State.kind == wanted[0]
    for kind in wanted[1:]:
        found = found | (State.kind == kind)
    return found
