"""The field of a one-time code: one field that looks like six boxes (F13)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, text_field


def one_time_code(field: Field, **props: Any) -> rx.Component:
    """Return the field; phones fill it by themselves, pasting always works (R33)."""
    # Any: whatever rx.el.input takes.
    return text_field(
        field,
        class_name="otp",
        auto_complete="one-time-code",
        input_mode="numeric",
        enter_key_hint="done",
        spell_check=False,
        **props,
    )
