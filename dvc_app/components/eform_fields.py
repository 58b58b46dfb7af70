"""The fields of an electronic form, one function a kind; none is bound to state (R7)."""

from typing import Any

import reflex as rx

from dvc_app.components.address import Address, address_field
from dvc_app.components.form.fields import Field
from dvc_app.state.eform_rows import Choice, FieldRow, OptionRow, RowRow
from dvc_app.wording import eforms as wording

INPUTS: dict[str, dict[str, Any]] = {  # Any: props of an input, by kind
    "name": {"spell_check": False, "auto_capitalize": "words"},
    "date": {"input_mode": "numeric"},
    "time": {"input_mode": "text"},
    "number": {"input_mode": "numeric"},
    "decimal": {"input_mode": "decimal"},
    "phone": {"type": "tel"},
    "email": {"type": "email", "auto_capitalize": "none"},
    "paper_number": {"spell_check": False, "auto_capitalize": "characters"},
    "tax_code": {"input_mode": "text"},
}


def eform_field(state: Any, field: FieldRow, row: RowRow, errors: Any) -> rx.Component:
    key = row.prefix + field.code
    return rx.cond(
        is_there(state.hidden, key),
        rx.fragment(key=key),
        rx.el.div(
            rx.match(
                field.kind,
                ("choice", _choice(state, field, key, errors)),
                ("ticks", _ticks(state, field, key, errors)),
                ("tick", _tick(state, field, key, errors)),
                ("address", _address(state, field, key, errors)),
                _framed(state, field, key, errors),
            ),
            rx.cond(
                state.badges.contains(key),
                rx.el.span(state.badges.get(key, ""), class_name="filled"),
            ),
            class_name=field.css,
            key=key,
        ),
    )


def is_there(keys: Any, key: Any) -> Any:
    """Say whether a key is among these; Any: Vars."""
    return keys.contains(key)


def fault(key: Any, errors: Any) -> rx.Component:
    """Return the sentence of what is wrong; Any: Vars."""
    return rx.el.span(errors.get(key, ""), class_name="error", id=f"{key}-loi")


def _framed(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    """Draw a field with its label above it."""
    return rx.el.div(
        rx.el.label(*_label(state, field, key), html_for=key),
        _hint(state, field, key),
        fault(key, errors),
        rx.match(
            field.kind,
            ("area", _area(state, field, key, errors)),
            ("catalogue", _select(state, field, key, errors)),
            ("sum", _sum(state, field, key)),
            *[
                (kind, _line(state, field, key, errors, **props))
                for kind, props in INPUTS.items()
            ],
            _line(state, field, key, errors),
        ),
        class_name=_css(errors, key),
    )


def _line(
    state: Any, field: FieldRow, key: Any, errors: Any, **props: Any
) -> rx.Component:
    given = {"type": "text", "auto_complete": "off"} | props
    return rx.el.div(
        rx.el.input(
            **_common(state, key, errors),
            default_value=state.values.get(key, ""),
            read_only=is_there(state.fixed, key),
            enter_key_hint="next",
            max_length=field.longest,
            on_blur=lambda text: state.save_field(key, text),
            **given,
        ),
        rx.cond(field.unit != "", rx.el.span(field.unit, class_name="unit")),
        class_name="with-unit",
    )


def _area(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    return rx.el.textarea(
        **_common(state, key, errors),
        default_value=state.values.get(key, ""),
        rows="4",
        max_length=field.longest,
        on_blur=lambda text: state.save_field(key, text),
    )


def _select(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    return rx.el.select(
        rx.el.option(wording.CHOOSE, value=""),
        rx.foreach(
            state.catalogues[field.catalogue].to(list[Choice]),
            lambda one: rx.el.option(one[1], value=one[0], key=one[0]),
        ),
        **_common(state, key, errors),
        default_value=state.values.get(key, ""),
        on_change=lambda value: state.save_field(key, value),
    )


def _sum(state: Any, field: FieldRow, key: Any) -> rx.Component:
    return rx.el.output(
        state.sums.get(key, "0"),
        id=key,
        aria_live="polite",
        class_name="eform-sum num",
    )


def _choice(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    def one(option: OptionRow) -> rx.Component:
        return rx.el.label(
            rx.el.input(
                type="radio",
                name=key,
                value=option.value,
                default_checked=state.values.get(key, "") == option.value,
                on_change=lambda value: state.save_field(key, value),
            ),
            rx.el.span(option.words),
            class_name="tick",
            key=option.value,
        )

    return _set(state, field, key, errors, rx.foreach(field.options, one))


def _ticks(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    chosen = state.values.get(key, "").to(str).split(",")

    def one(option: OptionRow) -> rx.Component:
        return rx.el.label(
            rx.el.input(
                type="checkbox",
                value=option.value,
                custom_attrs={"data-tick": key, "data-many": "1"},
                default_checked=chosen.contains(option.value),
                on_change=lambda is_on: state.tick(key, option.value, is_on),
            ),
            rx.el.span(option.words),
            class_name="tick",
            key=option.value,
        )

    return _set(state, field, key, errors, rx.foreach(field.options, one))


def _set(
    state: Any, field: FieldRow, key: Any, errors: Any, *options: rx.Component
) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(*_label(state, field, key)),
        _hint(state, field, key),
        fault(key, errors),
        *options,
        id=key,
        tab_index=-1,
        class_name=rx.cond(
            is_there(errors, key), "field radios field--error", "field radios"
        ),
    )


def _tick(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    return rx.el.div(
        fault(key, errors),
        rx.el.label(
            rx.el.input(
                id=key,
                type="checkbox",
                custom_attrs={"data-tick": key},
                default_checked=state.values.get(key, "") == "yes",
                aria_describedby=f"{key}-loi {key}-goi-y",
                on_change=lambda is_on: state.save_field(
                    key, rx.cond(is_on, "yes", "")
                ),
            ),
            rx.el.span(*_label(state, field, key)),
            class_name="tick",
        ),
        _hint(state, field, key),
        class_name=_css(errors, key),
    )


def _address(state: Any, field: FieldRow, key: Any, errors: Any) -> rx.Component:
    values, parts = state.values, ("commune", "detail", "old")
    return address_field(
        Field(
            key,
            field.label,
            hint=state.hints.get(field.code, ""),
            required=is_there(state.needed, key),
            error=errors.get(key, ""),
        ),
        Address(*(values.get(f"{key}.{part}", "") for part in parts)),
        Address(*(errors.get(f"{key}.{part}", "") for part in parts)),
        on_part=state.save_part,
    )


def _label(state: Any, field: FieldRow, key: Any) -> tuple[rx.Component, ...]:
    needed = is_there(state.needed, key)
    return (
        rx.el.span(field.label, class_name=rx.cond(needed, "required", "")),
        rx.cond(
            needed | (field.kind == "sum"),
            rx.fragment(),
            rx.el.span(" " + wording.OPTIONAL, class_name="muted small"),
        ),
    )


def _hint(state: Any, field: FieldRow, key: Any) -> rx.Component:
    words = rx.cond(
        is_there(state.fixed, key),
        wording.FIXED_HINT,
        rx.cond(field.kind == "sum", wording.SUM_HINT, state.hints.get(field.code, "")),
    )
    return rx.el.span(words, class_name="hint", id=f"{key}-goi-y")


def _common(state: Any, key: Any, errors: Any) -> dict[str, Any]:
    # Any: props of whichever element the field is.
    return {
        "id": key,
        "name": key,
        "aria_required": rx.cond(is_there(state.needed, key), "true", "false"),
        "aria_invalid": rx.cond(is_there(errors, key), "true", "false"),
        "aria_describedby": f"{key}-loi {key}-goi-y",
    }


def _css(errors: Any, key: Any) -> Any:
    # Any: a Var of text.
    return rx.cond(is_there(errors, key), "field field--error", "field")
