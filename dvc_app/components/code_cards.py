"""The cards of a code by name: whose and which way, then the code itself (C04)."""

from typing import Any

import reflex as rx

from dvc_app.components.browser_parts import PostForm
from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.human_proof import human_proof
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.post_button import post_button
from dvc_app.wording import errors, register
from dvc_app.wording import recovery as wording

# Any, below: a State class that is a CodeState; the framework's vars have no type.


def ask_card(state: Any, action: str) -> rx.Component:
    """Ask whose account it is, which way the code shall go, and for the proof."""
    return PostForm.create(
        text_field(
            Field("name", wording.NAME, wording.NAME_HINT, required=True),
            auto_complete="username",
            auto_capitalize="none",
            spell_check=False,
            enter_key_hint="next",
        ),
        rx.el.fieldset(
            rx.el.legend(wording.CHANNEL),
            _way("phone", wording.BY_PHONE, is_first=True),
            _way("email", wording.BY_EMAIL),
            class_name="field ways",
        ),
        human_proof(True),
        rx.el.input(type="hidden", name="tiep", value=state.next),
        post_button(wording.SUBMIT, wording.BUSY),
        action=action,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="card card--lift stack",
    )


def code_card(state: Any, action: str, *more: rx.Component) -> rx.Component:
    """Take the code; `more` stands between its field and the button."""
    return rx.el.section(
        rx.el.div(
            rx.el.p(state.sent_line, rx.el.b(state.target, class_name="num")),
            rx.el.p(
                state.delivery,
                role="status",
                class_name=rx.cond(state.is_failed, "small error-line", "small muted"),
            ),
        ),
        PostForm.create(
            one_time_code(
                Field("code", register.CODE_LABEL, register.CODE_HINT, required=True)
            ),
            *more,
            rx.el.input(type="hidden", name="tiep", value=state.next),
            post_button(register.CONFIRM, register.CONFIRM_BUSY),
            action=action,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        rx.el.p(
            register.NOT_RECEIVED,
            " ",
            Countdown.create(
                rx.el.button(
                    register.RESEND,
                    type="button",
                    class_name="button button--text",
                    on_click=state.resend,
                ),
                seconds=state.resend_in,
                moment=state.resend_mark,
                words=register.RESEND_IN,
            ),
            class_name="row",
        ),
        class_name="card card--lift stack-l",
    )


def _way(value: str, words: str, is_first: bool = False) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="channel", value=value, default_checked=is_first
        ),
        rx.el.span(words),
        class_name="tick",
    )
