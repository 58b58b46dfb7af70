"""Đăng nhập cán bộ (O01), first half."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import leaving_link
from dvc_app.components.notice import notice
from dvc_app.components.password_fields import ShowPassword
from dvc_app.components.post_button import post_button
from dvc_app.state.officer.sign_in import OfficerSignInState
from dvc_app.wording import errors, province
from dvc_app.wording import sign_in as wording


def officer_sign_in_page() -> rx.Component:
    """Compose the officer's door."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.OFFICER_TITLE),
            rx.el.p(wording.OFFICER_LEAD, class_name="muted"),
            class_name="stack",
        ),
        rx.cond(
            OfficerSignInState.said != "",
            notice(OfficerSignInState.said, kind="warn", role="alert"),
            rx.cond(OfficerSignInState.was_sent, notice(wording.OFFICER_SENT)),
        ),
        PostForm.create(
            text_field(
                Field("name", wording.OFFICER_NAME, required=True),
                auto_complete="username",
                auto_capitalize="none",
                spell_check=False,
                enter_key_hint="next",
            ),
            text_field(
                Field("password", wording.PASSWORD, required=True),
                type="password",
                auto_complete="current-password",
                enter_key_hint="go",
            ),
            ShowPassword.create(target="password", words=wording.SHOW_PASSWORD),
            human_proof(False),
            rx.el.input(type="hidden", name="tiep", value=OfficerSignInState.next),
            post_button(wording.OFFICER_SUBMIT, wording.BUSY),
            action=routes.API_OFFICER_SIGN_IN,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="card card--lift stack",
        ),
        *_national(),
        rx.el.p(wording.OFFICER_HELP, class_name="small muted"),
        css="frame officer-door stack-l page",
    )


def _national() -> list[rx.Component]:
    if "national" not in province.doors():
        return []
    return [
        rx.el.p(
            leaving_link(
                wording.NATIONAL_BUTTON,
                to=OfficerSignInState.national_path,
                class_name="button button--quiet button--long",
            ),
        ),
        rx.el.p(wording.OFFICER_NATIONAL_HINT, class_name="small muted"),
    ]
