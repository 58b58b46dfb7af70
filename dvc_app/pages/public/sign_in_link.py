"""Chọn tài khoản để liên kết với tài khoản quốc gia (C07)."""

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
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.sign_in_link import CandidateRow, SignInLinkState
from dvc_app.wording import errors, province, sign_in
from dvc_app.wording import identities as wording


def sign_in_link_page() -> rx.Component:
    """Compose the accounts to choose from, the password, and the way to the counter."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.LINK_TITLE),
            rx.el.p(SignInLinkState.lead),
            class_name="stack",
        ),
        rx.cond(SignInLinkState.is_ready, _form(), skeleton()),
        _otherwise(),
        rx.el.p(link(wording.LINK_LATER, to=SignInLinkState.sign_in_path)),
        css="frame column stack-l page",
    )


def _form() -> rx.Component:
    choice = rx.el.fieldset(
        rx.el.legend(wording.LINK_CHOICE, class_name="required"),
        rx.el.span(class_name="error", id="account-loi"),
        rx.el.div(rx.foreach(SignInLinkState.rows, _candidate), class_name="radios"),
        class_name="field stack",
    )
    return PostForm.create(
        rx.el.div(choice),  # a fieldset keeps no distance of its own
        rx.cond(
            SignInLinkState.can_prove,
            rx.el.div(_password(), class_name="stack"),
            notice(wording.LINK_ONLY_COUNTER, kind="warn"),
        ),
        action=routes.API_IDENTITY_LINK,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="card card--lift stack",
    )


def _candidate(row: rx.Var[CandidateRow]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="account",
            value=row.position,
            disabled=row.is_shut,
        ),
        rx.el.span(
            rx.el.b(row.name),
            rx.el.br(),
            rx.el.span(row.details, class_name="muted small"),
        ),
        class_name="tick",
    )


def _password() -> rx.Component:
    return rx.fragment(
        text_field(
            Field("password", wording.LINK_PASSWORD, required=True),
            type="password",
            auto_complete="current-password",
            enter_key_hint="go",
        ),
        ShowPassword.create(target="password", words=sign_in.SHOW_PASSWORD),
        human_proof(False),
        rx.el.div(
            link(wording.LINK_RECOVER, to=routes.RECOVERY),
            post_button(wording.LINK_SUBMIT, wording.LINK_BUSY),
            class_name="row row--ends",
        ),
    )


def _otherwise() -> rx.Component:
    hotline = province.hotline()
    return rx.el.section(
        rx.el.h2(wording.LINK_OTHERWISE),
        rx.el.p(
            wording.LINK_OTHERWISE_LEAD,
            rx.el.a(province.hotline_text(), href="tel:" + hotline.replace(" ", "")),
        ),
        class_name="card stack",
    )
