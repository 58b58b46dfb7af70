"""Form đăng ký: thuê bao di động, bảo hiểm xã hội, bưu điện (C03)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.waiting import card_scanner
from dvc_app.state.public.register_form import RegisterFormState as State
from dvc_app.wording import register as wording
from dvc_app.wording import register_ways as ways
from dvc_app.wording import sign_in
from dvc_app.wording.register_ways import Method


def register_phone_page() -> rx.Component:
    """Compose the form of “Thuê bao di động”."""
    return _page(Method.PHONE, wording.PHONE_HINT)


def register_insurance_page() -> rx.Component:
    """Compose the form of “Bảo hiểm xã hội”."""
    return _page(
        Method.INSURANCE,
        ways.ANY_PHONE_HINT,
        text_field(
            _field("insurance_number", ways.INSURANCE_NUMBER, ways.INSURANCE_HINT),
            input_mode="numeric",
            auto_complete="off",
            enter_key_hint="next",
        ),
    )


def register_post_page() -> rx.Component:
    """Compose the form of “Bưu điện Việt Nam”."""
    return _page(
        Method.POST,
        ways.ANY_PHONE_HINT,
        text_field(
            _field("post_account", ways.POST_ACCOUNT, ways.POST_ACCOUNT_HINT),
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
            enter_key_hint="next",
        ),
        text_field(
            _field("slip_code", ways.SLIP_CODE, ways.SLIP_HINT),
            auto_complete="off",
            auto_capitalize="characters",
            spell_check=False,
            enter_key_hint="next",
        ),
    )


def _page(method: Method, phone_hint: str, *own: rx.Component) -> rx.Component:
    return page_shell(
        error_summary(State),
        rx.cond(State.is_taken, ways_in(State.sign_in_path)),
        rx.el.div(
            rx.el.h1(ways.TITLES[method]),
            rx.el.p(wording.ONLY_CITIZENS, class_name="muted"),
            rx.el.p(ways.LEADS[method]),
            class_name="stack",
        ),
        rx.el.form(
            required_legend(),
            rx.el.p(
                _fault("carrier"), id="carrier", tab_index=-1, class_name="error-line"
            ),
            card_scanner(),
            *own,
            *_fields(phone_hint),
            human_proof(True, State.spent, _fault("picture")),
            consent(),
            submit_button(wording.SUBMIT, State.busy, ways.BUSY[method]),
            on_submit=State.submit,
            no_validate=True,
            class_name="card stack",
        ),
        rx.el.p(
            wording.OR,
            link(wording.OTHER_WAYS, to=State.others_path),
            ". ",
            wording.HAS_ACCOUNT,
            link(wording.SIGN_IN, to=State.sign_in_path),
        ),
        css="frame column stack-l page",
    )


def _fields(phone_hint: str) -> list[rx.Component]:
    return [
        text_field(
            _field("citizen_id", wording.CITIZEN_ID, wording.CITIZEN_ID_HINT),
            input_mode="numeric",
            auto_complete="off",
            enter_key_hint="next",
        ),
        text_field(
            _field("full_name", wording.FULL_NAME, wording.FULL_NAME_HINT),
            auto_complete="name",
            spell_check=False,
            enter_key_hint="next",
        ),
        text_field(
            _field("birth_date", wording.BIRTH_DATE, wording.BIRTH_DATE_HINT),
            input_mode="numeric",
            auto_complete="bday",
            enter_key_hint="next",
        ),
        text_field(
            _field("phone", wording.PHONE_NUMBER, phone_hint),
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
                error=_fault("email"),
            ),
            type="email",
            input_mode="email",
            auto_complete="email",
            enter_key_hint="next",
        ),
    ]


def _field(name: str, label: str, hint: str) -> Field:
    return Field(name, label, hint, required=True, error=_fault(name))


def _fault(name: str) -> rx.Var[str]:
    return State.problems.get(name, "")


def consent() -> rx.Component:
    """Return the consent line, both texts readable in place."""
    return rx.el.div(
        rx.el.p(wording.CONSENT),
        *[
            rx.el.details(
                rx.el.summary(title),
                rx.el.ul(*[rx.el.li(line) for line in lines], class_name="dots"),
                class_name="fold small",
            )
            for title, lines in (
                (wording.TERMS, wording.TERMS_TEXT),
                (wording.SHARING, wording.SHARING_TEXT),
            )
        ],
        class_name="stack",
    )


def ways_in(sign_in_path: rx.Var[str]) -> rx.Component:
    """Return the ways into an account that a name belongs to already."""
    return notice(
        wording.TAKEN_HELP,
        link(sign_in.SUBMIT, to=sign_in_path),
        " · ",
        link(wording.RECOVER, to=routes.RECOVERY),
    )
