"""Đổi mật khẩu of somebody who is signed in (SS-6)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import required_legend
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.password_fields import password_fields
from dvc_app.components.post_button import post_button
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.my_password import MyPasswordState as State
from dvc_app.wording import errors, register
from dvc_app.wording import my_password as wording


def my_password_page() -> rx.Component:
    """Compose the form; the passwords go over plain HTTP only."""
    return profile_shell(
        rx.el.div(rx.el.h1(wording.TITLE), rx.el.p(wording.LEAD), class_name="stack"),
        rx.cond(
            State.is_done,
            notice(
                wording.DONE,
                " ",
                link(wording.DEVICES, to=routes.MY_DEVICES),
                kind="done",
                role="status",
            ),
        ),
        rx.cond(State.is_ready, _form(), skeleton()),
        active=routes.MY_PASSWORD,
    )


def _form() -> rx.Component:
    return PostForm.create(
        required_legend(),
        rx.cond(
            State.needs_present,
            rx.el.div(
                text_field(
                    Field("present", wording.PRESENT, required=True),
                    type="password",
                    auto_complete="current-password",
                ),
                link(
                    wording.FORGOTTEN,
                    to=routes.RECOVERY,
                    class_name="small",
                ),
                class_name="stack-s",
            ),
            notice(wording.WITHOUT_PRESENT),
        ),
        password_fields(register.NEW_PASSWORD),
        post_button(wording.SUBMIT, wording.BUSY),
        action=routes.API_CHANGE_PASSWORD,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="card card--lift stack column",
    )
