"""Đăng nhập bằng mã OTP (C04)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.code_cards import ask_card, code_card
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.shared_device import shared_device
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.sign_in_code import SignInCodeState as State
from dvc_app.wording import recovery, register
from dvc_app.wording import sign_in as wording


def sign_in_code_page() -> rx.Component:
    """Compose the two steps, and every way round them."""
    return page_shell(
        rx.el.div(
            rx.el.h1(rx.cond(State.is_asking, wording.BY_CODE, register.CODE_TITLE)),
            rx.cond(State.is_asking, rx.el.p(wording.BY_CODE_LEAD)),
            class_name="stack",
        ),
        rx.cond(
            State.is_ready,
            rx.cond(
                State.is_asking,
                ask_card(State, routes.API_SIGN_IN_CODE_ASK),
                code_card(State, routes.API_SIGN_IN_CODE, shared_device()),
            ),
            skeleton(),
        ),
        _ways_round(),
        css="frame column stack-l page",
    )


def _ways_round() -> rx.Component:
    return rx.el.ul(
        rx.el.li(
            rx.cond(
                State.is_asking,
                link(wording.BY_PASSWORD, to=State.password_path),
                rx.el.button(
                    recovery.OTHER_WAY,
                    type="button",
                    class_name="as-link",
                    on_click=State.choose_again,
                ),
            )
        ),
        rx.el.li(link(recovery.LOST, to=State.recovery_path)),
        rx.el.li(wording.NO_ACCOUNT, link(wording.REGISTER, to=State.register_path)),
        class_name="stack-s ways-round",
    )
