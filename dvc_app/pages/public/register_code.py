"""Xác thực mã OTP (C04)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.register_code import RegisterCodeState as State
from dvc_app.wording import register as wording


def register_code_page() -> rx.Component:
    """Compose the page; its delivery line is live."""
    return page_shell(
        error_summary(State),
        rx.el.h1(wording.CODE_TITLE),
        rx.cond(State.is_ready, _card(), skeleton()),
        rx.el.p(link(wording.START_OVER, to=routes.REGISTER)),
        css="frame column stack-l page",
    )


def _card() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.p(wording.CODE_SENT, rx.el.b(State.phone, class_name="num")),
            rx.el.p(
                State.delivery,
                role="status",
                class_name=rx.cond(State.is_failed, "small error-line", "small muted"),
            ),
        ),
        rx.el.form(
            one_time_code(
                Field(
                    "code",
                    wording.CODE_LABEL,
                    wording.CODE_HINT,
                    required=True,
                    error=State.problems.get("code", ""),
                )
            ),
            submit_button(wording.CONFIRM, State.busy, wording.CONFIRM_BUSY),
            on_submit=State.submit,
            no_validate=True,
            class_name="stack",
        ),
        rx.el.p(
            wording.NOT_RECEIVED,
            " ",
            Countdown.create(
                rx.el.button(
                    wording.RESEND,
                    type="button",
                    class_name="button button--text",
                    on_click=State.resend,
                ),
                seconds=State.resend_in,
                moment=State.resend_mark,
                words=wording.RESEND_IN,
            ),
            class_name="row",
        ),
        _correction(),
        class_name="card stack-l",
    )


def _correction() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.WRONG_NUMBER),
        rx.el.form(
            text_field(
                Field(
                    "phone",
                    wording.NEW_PHONE,
                    wording.PHONE_HINT,
                    required=True,
                    error=State.problems.get("phone", ""),
                ),
                type="tel",
                input_mode="tel",
                auto_complete="tel",
            ),
            rx.el.button(
                rx.cond(
                    State.is_correcting,
                    wording.NEW_PHONE_BUSY,
                    wording.NEW_PHONE_SUBMIT,
                ),
                type="submit",
                class_name="button button--quiet",
                aria_busy=rx.cond(State.is_correcting, "true", "false"),
                disabled=State.is_correcting,
            ),
            on_submit=State.correct,
            no_validate=True,
            class_name="stack",
        ),
        class_name="fold",
    )
