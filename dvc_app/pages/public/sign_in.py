"""Chọn hình thức đăng nhập (C06)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.password_fields import ShowPassword
from dvc_app.components.post_button import post_button
from dvc_app.state.public.sign_in import SignInState
from dvc_app.wording import errors, province
from dvc_app.wording import sign_in as wording

RECOVERY = "quen-mat-khau"


def sign_in_page() -> rx.Component:
    """Compose the two doors, why one is here, and the way back to a password."""
    return page_shell(
        rx.el.div(_purpose(), rx.el.h1(wording.TITLE), class_name="stack"),
        rx.el.div(
            _province(),
            rx.el.div(_national(), _recovery(), class_name="stack-l"),
            class_name="doors-in",
        ),
        css="frame stack-l page",
    )


def _purpose() -> rx.Component:
    return rx.cond(
        SignInState.purpose != "",
        notice(wording.PURPOSE, rx.el.b(SignInState.purpose)),
        rx.cond(
            SignInState.purpose_line != "",
            notice(SignInState.purpose_line, " ", wording.DRAFT_KEPT),
        ),
    )


def _province() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PROVINCE),
        PostForm.create(
            text_field(
                Field("name", wording.NAME, wording.NAME_HINT, required=True),
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
            rx.el.input(type="hidden", name="tiep", value=SignInState.next),
            rx.el.div(
                rx.el.a(wording.FORGOTTEN, href="#" + RECOVERY),
                post_button(wording.SUBMIT, wording.BUSY),
                class_name="row row--ends",
            ),
            action=routes.API_SIGN_IN,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        rx.el.p(
            wording.NO_ACCOUNT,
            link(wording.REGISTER, to=SignInState.register_path),
        ),
        class_name="card card--lift stack",
    )


def _national() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NATIONAL),
        rx.el.p(wording.NATIONAL_ACCOUNT),
        rx.el.p(wording.NATIONAL_WAYS, class_name="muted small"),
        rx.el.p(
            rx.el.b(wording.NATIONAL_BUTTON),
            " ",
            rx.el.span(wording.SOON, class_name="tag"),
            class_name="method",
        ),
        rx.el.p(wording.NATIONAL_SOON, class_name="small"),
        class_name="card stack",
    )


def _recovery() -> rx.Component:
    hotline = province.hotline()
    return rx.el.section(
        rx.el.h2(wording.RECOVERY),
        rx.el.p(wording.RECOVERY_LEAD),
        rx.el.ol(*[rx.el.li(step) for step in wording.RECOVERY_STEPS]),
        rx.el.p(
            wording.RECOVERY_PHONE,
            rx.el.a(hotline, href="tel:" + hotline.replace(" ", "")),
        ),
        id=RECOVERY,
        tab_index=-1,
        class_name="card stack recovery",
    )
