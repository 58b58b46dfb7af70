"""Form đăng ký – Thuê bao di động (C03)."""

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
from dvc_app.state.public.register_phone import RegisterPhoneState as State
from dvc_app.wording import register as wording
from dvc_app.wording import sign_in


def register_phone_page() -> rx.Component:
    """Compose the form."""
    return page_shell(
        error_summary(State),
        rx.cond(State.is_taken, _ways_in()),
        rx.el.div(
            rx.el.h1(wording.PHONE_TITLE),
            rx.el.p(wording.ONLY_CITIZENS, class_name="muted"),
            rx.el.p(wording.LEAD),
            class_name="stack",
        ),
        rx.el.form(
            required_legend(),
            rx.el.p(
                _fault("carrier"), id="carrier", tab_index=-1, class_name="error-line"
            ),
            *_fields(),
            human_proof(True, State.spent, _fault("picture")),
            _consent(),
            submit_button(wording.SUBMIT, State.busy, wording.BUSY),
            on_submit=State.submit,
            no_validate=True,
            class_name="card stack",
        ),
        rx.el.p(
            wording.OR,
            link(wording.OTHER_WAYS, to=routes.REGISTER),
            ". ",
            wording.HAS_ACCOUNT,
            link(wording.SIGN_IN, to=State.sign_in_path),
        ),
        css="frame column stack-l page",
    )


def _fields() -> list[rx.Component]:
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
            _field("phone", wording.PHONE_NUMBER, wording.PHONE_HINT),
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


def _consent() -> rx.Component:
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


def _ways_in() -> rx.Component:
    return notice(
        wording.TAKEN_HELP,
        link(sign_in.SUBMIT, to=State.sign_in_path),
        " · ",
        rx.el.a(wording.RECOVER, href=f"{routes.SIGN_IN}/#quen-mat-khau"),
    )
