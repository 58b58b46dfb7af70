"""One field each: label above, hint, fault beside it. Never bound to state (R7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import reflex as rx

Text = str | rx.Var[str]


@dataclass(frozen=True)
class Field:
    """What every field says of itself (R12, R13)."""

    name: str
    label: Text
    hint: Text = ""
    required: bool = False
    optional_words: str = ""  # "(không bắt buộc)" in a mixed group
    error: Text = ""  # the sentence of its fault, if any


def text_field(field: Field, value: Text = "", **props: Any) -> rx.Component:
    """Return a line of text; `props` go to the input (type, input_mode, on_blur…)."""
    # Any: whatever rx.el.input takes.
    return _framed(field, rx.el.input(**_common(field), default_value=value, **props))


def area_field(field: Field, value: Text = "", **props: Any) -> rx.Component:
    """Return several lines of text."""
    # Any: whatever rx.el.textarea takes.
    return _framed(
        field, rx.el.textarea(**_common(field), default_value=value, rows="4", **props)
    )


def select_field(
    field: Field, options: Iterable[rx.Component] | rx.Component, **props: Any
) -> rx.Component:
    """Return a choice from a list; a select may be bound, it types nothing."""
    # Any: whatever rx.el.select takes.
    children = [options] if isinstance(options, rx.Component) else list(options)
    return _framed(field, rx.el.select(*children, **_common(field), **props))


def check_field(field: Field, **props: Any) -> rx.Component:
    """Return a box to tick, its label beside it."""
    # Any: whatever rx.el.input takes.
    return rx.el.div(
        rx.el.label(
            rx.el.input(type="checkbox", **_common(field), **props),
            rx.el.span(field.label, class_name=_required(field)),
            class_name="tick",
        ),
        _fault(field),
        class_name=_css(field),
    )


def _framed(field: Field, control: rx.Component) -> rx.Component:
    optional = (
        rx.el.span(" " + field.optional_words, class_name="muted small")
        if field.optional_words
        else rx.fragment()
    )
    return rx.el.div(
        rx.el.label(
            rx.el.span(field.label, class_name=_required(field)),
            optional,
            html_for=field.name,
        ),
        rx.cond(
            rx.Var.create(field.hint) != "",
            rx.el.span(field.hint, class_name="hint", id=f"{field.name}-goi-y"),
        ),
        _fault(field),
        control,
        class_name=_css(field),
    )


def _common(field: Field) -> dict[str, Any]:
    # Any: props of whichever element the field is.
    return {
        "id": field.name,
        "name": field.name,
        "aria_required": "true" if field.required else "false",
        "aria_invalid": rx.cond(rx.Var.create(field.error) != "", "true", "false"),
        "aria_describedby": f"{field.name}-loi {field.name}-goi-y",
    }


def _required(field: Field) -> str:
    return "required" if field.required else ""


def _css(field: Field) -> Any:
    # Any: a Var of text, which class_name takes.
    return rx.cond(rx.Var.create(field.error) != "", "field field--error", "field")


def _fault(field: Field) -> rx.Component:
    return rx.el.span(field.error, class_name="error", id=f"{field.name}-loi")
