"""Đặt mật khẩu (C05)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.summary import required_legend
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.password_fields import password_fields
from dvc_app.components.post_button import post_button
from dvc_app.components.shared_device import shared_device
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.register_password import RegisterPasswordState
from dvc_app.wording import errors
from dvc_app.wording import register as wording


def register_password_page() -> rx.Component:
    """Compose the last step; the password goes over plain HTTP only."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.PASSWORD_TITLE),
            rx.el.p(wording.PASSWORD_LEAD),
            class_name="stack",
        ),
        rx.cond(
            RegisterPasswordState.is_ready,
            PostForm.create(
                required_legend(),
                password_fields(),
                shared_device(),
                post_button(wording.FINISH, wording.FINISH_BUSY),
                action=routes.API_PASSWORD,
                heading=errors.TO_FIX,
                failed=errors.NOT_SENT,
                class_name="card stack",
            ),
            skeleton(),
        ),
        rx.el.p(link(wording.START_OVER, to=routes.REGISTER)),
        css="frame column stack-l page",
    )
