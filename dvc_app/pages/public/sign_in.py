"""Chọn hình thức đăng nhập (C06)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.leave_for import LeaveFor
from dvc_app.components.link import leaving_link, link
from dvc_app.components.notice import notice
from dvc_app.components.password_fields import ShowPassword
from dvc_app.components.post_button import post_button
from dvc_app.components.shared_device import LastWay, shared_device
from dvc_app.state.public.sign_in import SignInState
from dvc_app.wording import errors, province, session
from dvc_app.wording import sign_in as wording


def sign_in_page() -> rx.Component:
    """Compose the two doors, why one is here, and the way back to a password."""
    return page_shell(
        rx.el.div(
            _purpose(),
            rx.cond(SignInState.is_idle_out, notice(session.ENDED, role="status")),
            rx.el.h1(wording.TITLE),
            rx.cond(
                SignInState.problem != "",
                notice(SignInState.problem, kind="warn", role="alert"),
            ),
            rx.cond(SignInState.leaving != "", _leaving()),
            class_name="stack",
        ),
        _doors(),
        css="frame stack-l page",
    )


def _doors() -> rx.Component:
    """Draw the doors in the province's order; one that is shut is not drawn."""
    drawn = {"province": _province, "national": _national}
    open_doors = province.doors()
    first, *others = [drawn[door]() for door in open_doors]
    if "province" in open_doors:
        others.append(_by_code())
    return rx.el.div(
        first,
        rx.el.div(*others, class_name="stack-l"),
        class_name="doors-in",
    )


def _leaving() -> rx.Component:
    """Say where one is taken, and lead there by hand where no script runs."""
    return notice(
        wording.LEAVING,
        " ",
        leaving_link(wording.LEAVE_NOW, to=SignInState.leaving),
        LeaveFor.create(path=SignInState.leaving),
        role="status",
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
        LastWay.create(way="password", words=session.LAST_WAY),
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
            shared_device(),
            rx.el.input(type="hidden", name="tiep", value=SignInState.next),
            rx.el.div(
                link(wording.FORGOTTEN, to=SignInState.recovery_path),
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
        LastWay.create(way="national", words=session.LAST_WAY),
        rx.el.p(wording.NATIONAL_ACCOUNT),
        rx.el.p(wording.NATIONAL_WAYS, class_name="muted small"),
        # A form, for the tick; sent before any script runs it works as well.
        PostForm.create(
            shared_device("national"),
            rx.el.input(type="hidden", name="tiep", value=SignInState.next),
            post_button(
                wording.NATIONAL_BUTTON,
                wording.NATIONAL_BUSY,
                "button button--quiet button--long",
            ),
            action=routes.API_NATIONAL,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        rx.el.p(wording.NATIONAL_HINT, class_name="small muted"),
        class_name="card stack",
    )


def _by_code() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.BY_CODE),
        LastWay.create(way="code", words=session.LAST_WAY),
        rx.el.p(wording.BY_CODE_TEXT),
        link(
            wording.BY_CODE,
            to=SignInState.code_path,
            class_name="button button--quiet",
        ),
        class_name="card stack",
    )
