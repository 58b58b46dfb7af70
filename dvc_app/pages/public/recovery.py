"""Lấy lại tài khoản (C27, C05): a code, or the slip of the counter."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.code_cards import ask_card, code_card
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.link import leaving_link, link
from dvc_app.components.post_button import post_button
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.recovery import RecoveryState as State
from dvc_app.wording import errors, province, sign_in
from dvc_app.wording import recovery as wording


def recovery_page() -> rx.Component:
    """Compose the step this browser is at."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.cond(State.is_asking, rx.el.p(wording.LEAD)),
            class_name="stack",
        ),
        rx.cond(State.is_ready, _step(), skeleton()),
        rx.el.p(link(sign_in.BY_PASSWORD, to=State.sign_in_path)),
        css="frame column stack-l page",
    )


def _step() -> rx.Component:
    return rx.match(
        State.step,
        ("code", rx.fragment(code_card(State, routes.API_RECOVERY_CODE), _again())),
        ("new_phone", rx.fragment(_new_phone(), _start_over(wording.START_OVER))),
        rx.cond(
            State.is_slip,
            rx.fragment(_slip(), _turn(wording.OTHER_WAY)),
            rx.fragment(ask_card(State, routes.API_RECOVERY_ASK), _lost()),
        ),
    )


def _again() -> rx.Component:
    return rx.fragment(
        rx.cond(State.is_new_phone, rx.fragment(_new_phone(is_correction=True))),
        rx.el.ul(
            rx.el.li(_start_over(wording.OTHER_WAY)),
            rx.cond(
                ~State.is_new_phone,
                rx.el.li(
                    rx.el.button(
                        wording.LOST,
                        type="button",
                        class_name="as-link",
                        on_click=State.start_over,
                    )
                ),
            ),
            class_name="stack-s ways-round",
        ),
    )


def _start_over(words: str) -> rx.Component:
    return rx.el.button(
        words, type="button", class_name="as-link", on_click=State.start_over
    )


def _turn(words: str) -> rx.Component:
    return rx.el.button(
        words, type="button", class_name="as-link", on_click=State.turn_to_slip
    )


def _new_phone(is_correction: bool = False) -> rx.Component:
    form = PostForm.create(
        text_field(
            Field("phone", wording.PHONE, wording.PHONE_HINT, required=True),
            type="tel",
            input_mode="tel",
            auto_complete="tel",
        ),
        rx.el.input(type="hidden", name="tiep", value=State.next),
        post_button(wording.PHONE_SUBMIT, wording.BUSY),
        action=routes.API_RECOVERY_PHONE,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="stack",
    )
    if is_correction:
        return rx.el.details(
            rx.el.summary(wording.WRONG_PHONE), form, class_name="fold card"
        )
    return rx.el.section(
        rx.el.h2(wording.PHONE_HEADING),
        rx.el.p(wording.PHONE_LEAD),
        form,
        class_name="card card--lift stack",
    )


def _lost() -> rx.Component:
    hotline = province.hotline()
    return rx.el.section(
        rx.el.h2(wording.LOST_HEADING),
        rx.el.p(wording.LOST_LEAD),
        rx.el.ol(
            rx.el.li(rx.el.b(wording.LOST_EMAIL), rx.el.p(wording.LOST_EMAIL_TEXT)),
            rx.el.li(
                leaving_link(wording.LOST_NATIONAL, to=State.national_path),
                rx.el.p(wording.LOST_NATIONAL_TEXT),
            ),
            rx.el.li(
                rx.el.b(wording.LOST_COUNTER),
                rx.el.p(wording.LOST_COUNTER_TEXT),
                _turn(wording.SLIP_HEADING),
            ),
            class_name="stack-s three-ways",
        ),
        rx.el.p(
            wording.LOST_PHONE,
            rx.el.a(hotline, href="tel:" + hotline.replace(" ", ""), class_name="num"),
            class_name="small",
        ),
        id=wording.LOST_ID,
        class_name="card stack",
    )


def _slip() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.SLIP_HEADING),
        rx.el.p(wording.SLIP_LEAD),
        PostForm.create(
            text_field(
                Field("number", wording.SLIP_NUMBER, required=True),
                input_mode="numeric",
                auto_complete="off",
            ),
            text_field(
                Field("slip", wording.SLIP_CODE, wording.SLIP_CODE_HINT, required=True),
                auto_complete="off",
                auto_capitalize="characters",
                spell_check=False,
            ),
            human_proof(True),
            rx.el.input(type="hidden", name="tiep", value=State.next),
            post_button(wording.SLIP_SUBMIT, wording.SLIP_BUSY),
            action=routes.API_RECOVERY_SLIP,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        class_name="card card--lift stack",
    )
