"""Gắn ứng dụng xác thực: scan, confirm, keep the recovery codes."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field
from dvc_app.components.layout import desk_shell
from dvc_app.components.officer_keys import enrolment
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.post_button import post_button
from dvc_app.wording import activation as wording
from dvc_app.wording import errors


def enrol_page() -> rx.Component:
    """Compose the steps."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.ENROL_TITLE),
            rx.el.p(wording.ENROL_LEAD, class_name="muted"),
            class_name="stack",
        ),
        enrolment(
            PostForm.create(
                one_time_code(
                    Field(
                        "code", wording.CODE_LABEL, wording.CODE_DIGITS, required=True
                    )
                ),
                post_button(wording.CONFIRM, wording.BUSY),
                action=routes.API_ENROL,
                heading=errors.TO_FIX,
                failed=errors.NOT_SENT,
                class_name="stack",
            )
        ),
        css="frame officer-page stack-l page",
    )
