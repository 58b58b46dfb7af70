"""Cấp mã khôi phục tài khoản: at the counter, for somebody who lost their phone."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, check_field, text_field
from dvc_app.components.layout import desk_shell
from dvc_app.components.post_button import post_button
from dvc_app.wording import errors
from dvc_app.wording import recovery as wording


def officer_recovery_page() -> rx.Component:
    """Compose the form; the slip itself is a sheet of its own, shown once."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.OFFICER_TITLE),
            rx.el.p(wording.OFFICER_LEAD),
            class_name="stack",
        ),
        PostForm.create(
            text_field(
                Field(
                    "citizen_id",
                    wording.OFFICER_NUMBER,
                    wording.OFFICER_NUMBER_HINT,
                    required=True,
                ),
                input_mode="numeric",
                auto_complete="off",
            ),
            check_field(Field("compared", wording.COMPARED, required=True)),
            post_button(wording.OFFICER_SUBMIT, wording.OFFICER_BUSY),
            action=routes.API_ISSUE_SLIP,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="card card--lift stack",
        ),
        rx.el.p(wording.OFFICER_LIMIT, class_name="small muted"),
        css="frame officer-door stack-l page",
    )
