"""Mời cán bộ: the account and its first post (A01)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, post_fields, unit_option
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.invite import InviteState as State
from dvc_app.wording import administration as wording


def invite_page() -> rx.Component:
    """Compose the form."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.INVITE_TITLE),
            rx.el.p(wording.INVITE_LEAD),
            class_name="stack column",
        ),
        rx.cond(State.is_ready, _form(), skeleton(5)),
        active=routes.ADMIN_INVITE,
    )


def _form() -> rx.Component:
    return rx.el.form(
        required_legend(),
        rx.el.div(
            _field("full_name", wording.FULL_NAME, wording.FULL_NAME_HINT, True),
            _field(
                "sign_in_name",
                wording.SIGN_IN_NAME,
                wording.SIGN_IN_NAME_HINT,
                True,
                auto_capitalize="none",
            ),
            _field("phone", wording.PHONE, wording.PHONE_HINT, type="tel"),
            _field("email", wording.EMAIL, "", type="email"),
            class_name="fields fields--2 even",
        ),
        *post_fields(State, State.units, unit_option),
        submit_button(wording.CREATE, State.busy, wording.CREATE_BUSY),
        on_submit=State.submit,
        no_validate=True,
        class_name="card stack column",
    )


def _field(
    name: str, label: str, hint: str, required: bool = False, **props: Any
) -> rx.Component:
    # Any: whatever rx.el.input takes.
    field = Field(
        name,
        label,
        hint,
        required=required,
        optional_words="" if required else wording.OPTIONAL,
        error=State.problems.get(name, ""),
    )
    return text_field(field, auto_complete="off", spell_check=False, **props)
