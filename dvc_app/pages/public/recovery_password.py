"""Đặt mật khẩu mới (C05)."""

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
from dvc_app.state.public.recovery import RecoveryPasswordState as State
from dvc_app.wording import errors
from dvc_app.wording import recovery as wording


def recovery_password_page() -> rx.Component:
    """Compose the last step; the password goes over plain HTTP only."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.LAST_TITLE),
            rx.el.p(wording.LAST_LEAD),
            class_name="stack",
        ),
        rx.cond(
            State.is_ready,
            PostForm.create(
                required_legend(),
                password_fields(),
                shared_device(),
                rx.el.input(type="hidden", name="tiep", value=State.next),
                post_button(wording.FINISH, wording.FINISH_BUSY),
                action=routes.API_RECOVERY,
                heading=errors.TO_FIX,
                failed=errors.NOT_SENT,
                class_name="card card--lift stack",
            ),
            skeleton(),
        ),
        rx.el.p(link(wording.START_OVER, to=State.start_path)),
        css="frame column stack-l page",
    )
