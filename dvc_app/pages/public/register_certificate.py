"""Đăng ký bằng chứng thư số: USB, SIM, SmartCA (C02, IAL3)."""

from typing import Any

import reflex as rx

from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.waiting import AskAgain, LocalSigner
from dvc_app.pages.public.register_form import consent, ways_in
from dvc_app.state.public.register_certificate import (
    RegisterCertificateState as State,
)
from dvc_app.wording import register as wording
from dvc_app.wording import register_ways as ways
from dvc_app.wording.register_ways import Method

ASK_SECONDS = 3


def register_usb_page() -> rx.Component:
    """Compose the page of “USB ký số”."""
    return _page(Method.USB)


def register_sim_page() -> rx.Component:
    """Compose the page of “SIM ký số”."""
    return _page(
        Method.SIM,
        _user(ways.USER_SIM, type="tel", input_mode="tel", auto_complete="tel"),
    )


def register_smart_ca_page() -> rx.Component:
    """Compose the page of “VNPT SmartCA”."""
    return _page(
        Method.SMART_CA,
        _user(ways.USER_SMART_CA, input_mode="numeric", auto_complete="off"),
    )


def _page(method: Method, *user: rx.Component) -> rx.Component:
    return page_shell(
        error_summary(State),
        rx.cond(State.is_taken, ways_in(State.sign_in_path)),
        rx.el.div(
            rx.el.h1(ways.TITLES[method]),
            rx.el.p(ways.GROUP, ": ", rx.el.b(_group()), class_name="muted"),
            class_name="stack",
        ),
        rx.el.div(
            rx.cond(State.said != "", notice(State.said, kind="warn")), role="status"
        ),
        rx.match(
            State.step,
            ("sign", _sign()),
            ("waiting", _waiting()),
            ("proved", _proved()),
            _begin(method, *user),
        ),
        rx.el.p(wording.OR, link(wording.OTHER_WAYS, to=State.others_path), "."),
        css="frame column stack-l page",
    )


def _group() -> Any:
    # Any: a Var of text.
    return rx.match(State.group, *wording.GROUPS, wording.GROUPS[0][1])


def _user(label: str, **props: Any) -> rx.Component:
    # Any: whatever rx.el.input takes.
    error = State.problems.get("user", "")
    field = Field("user", label, required=True, error=error)
    return text_field(field, State.user, **props)


def _begin(method: Method, *user: rx.Component) -> rx.Component:
    start = ways.ASK.get(method, ways.USB_START)
    return rx.el.form(
        rx.el.p(ways.LEADS[method]),
        *user,
        submit_button(start, State.busy, ways.ASKING),
        on_submit=State.start,
        no_validate=True,
        class_name="card stack",
    )


def _sign() -> rx.Component:
    return rx.el.div(
        rx.el.p(ways.SIGNER_HINT),
        LocalSigner.create(
            address=State.signer,
            challenge=State.challenge,
            words=ways.SIGNER,
            on_signed=State.signed,
            on_failed=State.failed,
        ),
        _stand_in(ways.SIGNER_WINDOW),
        class_name="card stack",
    )


def _stand_in(words: str) -> rx.Component:
    return rx.cond(
        State.window != "",
        rx.el.p(
            rx.el.a(words, href=State.window, target="_blank", rel="noopener"),
            class_name="small",
        ),
    )


def _waiting() -> rx.Component:
    return rx.el.div(
        AskAgain.create(seconds=ASK_SECONDS, on_ask=State.ask_again),
        rx.el.h2(ways.WAITING_TITLE),
        rx.el.p(ways.WAITING_HINT),
        rx.cond(
            State.compare != "",
            rx.el.p(ways.COMPARE, rx.el.b(State.compare, class_name="num compare")),
        ),
        Countdown.create(
            rx.el.span(ways.EXPIRED, class_name="muted"),
            seconds=State.left,
            moment=State.mark,
            words=ways.WAITING_LEFT,
        ),
        _stand_in(ways.PHONE_WINDOW),
        _again(),
        class_name="card stack",
    )


def _proved() -> rx.Component:
    return rx.el.div(
        rx.el.section(
            rx.el.h2(ways.PROVED),
            rx.el.dl(
                rx.foreach(
                    State.facts,
                    lambda fact: rx.fragment(rx.el.dt(fact[0]), rx.el.dd(fact[1])),
                ),
                class_name="facts",
            ),
            rx.el.p(
                State.problems.get("certificate", ""),
                id="certificate",
                tab_index=-1,
                class_name="error-line",
            ),
            _again(),
            class_name="card stack",
        ),
        rx.el.form(
            required_legend(),
            rx.cond(State.asks_birth_date, _birth_date()),
            rx.cond(State.asks_representative, _representative()),
            _phone(),
            _email(),
            consent(),
            submit_button(wording.SUBMIT, State.busy, wording.CONFIRM_BUSY),
            on_submit=State.submit,
            no_validate=True,
            class_name="card stack",
        ),
        class_name="stack-l",
    )


def _again() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            ways.AGAIN,
            type="button",
            on_click=State.again,
            class_name="button button--text button--flush",
        )
    )


def _birth_date() -> rx.Component:
    return text_field(
        _field("birth_date", wording.BIRTH_DATE, wording.BIRTH_DATE_HINT),
        input_mode="numeric",
        auto_complete="bday",
        enter_key_hint="next",
    )


def _representative() -> rx.Component:
    return text_field(
        _field("representative", ways.REPRESENTATIVE, ways.REPRESENTATIVE_HINT),
        auto_complete="name",
        spell_check=False,
        enter_key_hint="next",
    )


def _phone() -> rx.Component:
    return text_field(
        _field("phone", wording.PHONE_NUMBER, ways.ANY_PHONE_HINT),
        type="tel",
        input_mode="tel",
        auto_complete="tel",
        enter_key_hint="next",
    )


def _email() -> rx.Component:
    return text_field(
        Field(
            "email",
            wording.EMAIL,
            optional_words=wording.OPTIONAL,
            error=State.problems.get("email", ""),
        ),
        type="email",
        input_mode="email",
        auto_complete="email",
    )


def _field(name: str, label: str, hint: str) -> Field:
    return Field(name, label, hint, required=True, error=State.problems.get(name, ""))
