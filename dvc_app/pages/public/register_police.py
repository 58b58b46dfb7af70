"""Đăng ký qua Bộ Công An (C02): đi sang VNeID, và trở về với thông tin."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.post_button import post_button
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.public.register_form import consent, ways_in
from dvc_app.state.public.register_police import RegisterPoliceState as State
from dvc_app.wording import errors
from dvc_app.wording import register as wording
from dvc_app.wording import register_ways as ways


def register_police_page() -> rx.Component:
    """Compose the way out, or what came back."""
    return page_shell(
        error_summary(State),
        rx.cond(State.is_taken, ways_in(State.sign_in_path)),
        rx.el.div(
            rx.el.h1(ways.TITLES[ways.Method.POLICE]),
            rx.el.p(wording.ONLY_CITIZENS, class_name="muted"),
            class_name="stack",
        ),
        rx.cond(
            State.is_ready,
            rx.cond(State.is_back, _facts(), _way_out()),
            skeleton(),
        ),
        rx.el.p(wording.OR, link(wording.OTHER_WAYS, to=State.others_path), "."),
        css="frame column stack-l page",
    )


def _way_out() -> rx.Component:
    return rx.el.div(
        rx.el.p(ways.LEADS[ways.Method.POLICE]), _go(), class_name="card stack"
    )


def _go(words: str = ways.POLICE_GO, css: str = "button") -> rx.Component:
    # The framework's own form would swallow the press: without an event of ours
    # it prevents what a browser does with a form.
    return PostForm.create(
        rx.el.input(type="hidden", name="tiep", value=State.next),
        post_button(words, ways.POLICE_GOING, css),
        action=routes.API_POLICE,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
    )


def _facts() -> rx.Component:
    return rx.el.div(
        rx.el.section(
            rx.el.h2(ways.POLICE_BACK),
            rx.el.dl(
                rx.el.dt(wording.FULL_NAME),
                rx.el.dd(State.name),
                rx.el.dt(wording.BIRTH_DATE),
                rx.el.dd(State.birth_date),
                rx.el.dt(ways.FACT_NUMBER),
                rx.el.dd(State.number, class_name="num"),
                class_name="facts",
            ),
            rx.el.p(ways.READ_ONLY, class_name="small muted"),
            class_name="card stack",
        ),
        rx.el.form(
            rx.el.p(ways.ONE_MORE),
            required_legend(),
            text_field(
                Field(
                    "phone",
                    wording.PHONE_NUMBER,
                    ways.ANY_PHONE_HINT,
                    required=True,
                    error=State.problems.get("phone", ""),
                ),
                State.phone,
                type="tel",
                input_mode="tel",
                auto_complete="tel",
                enter_key_hint="next",
            ),
            text_field(
                Field(
                    "email",
                    wording.EMAIL,
                    optional_words=wording.OPTIONAL,
                    error=State.problems.get("email", ""),
                ),
                type="email",
                input_mode="email",
                auto_complete="email",
            ),
            consent(),
            submit_button(wording.SUBMIT, State.busy, wording.CONFIRM_BUSY),
            on_submit=State.submit,
            no_validate=True,
            class_name="card stack",
        ),
        _go(ways.POLICE_NOT_YOURS, "as-link"),
        class_name="stack-l",
    )
