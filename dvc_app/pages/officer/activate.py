"""Kích hoạt tài khoản cán bộ: the code that was handed over, and a password."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.layout import desk_shell
from dvc_app.components.officer_keys import officer_password_fields
from dvc_app.components.post_button import post_button
from dvc_app.wording import activation as wording
from dvc_app.wording import errors


def activate_page() -> rx.Component:
    """Compose the form."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        PostForm.create(
            text_field(
                Field("name", wording.NAME, required=True),
                auto_complete="username",
                auto_capitalize="none",
                spell_check=False,
            ),
            text_field(
                Field("code", wording.CODE, wording.CODE_HINT, required=True),
                auto_complete="off",
                auto_capitalize="none",
                spell_check=False,
            ),
            officer_password_fields(wording.PASSWORD_HINT),
            post_button(wording.SUBMIT, wording.BUSY),
            action=routes.API_ACTIVATE,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="card card--lift stack",
        ),
        rx.el.p(wording.HELP, class_name="small muted"),
        css="frame officer-door stack-l page",
    )
