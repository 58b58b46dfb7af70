"""Thông tin thanh toán (C18): what is asked for, VietQR first, then who pays."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.payment_parts import (
    account_facts,
    bill_lines,
    moved_on,
    open_attempt,
    request_page,
    vietqr,
)
from dvc_app.state.public.payment_bill_page import BillState as State
from dvc_app.wording import payments as wording

BILL = State.bill
PAYER_ID = "nguoi-thanh-toan"


def payment_bill_page() -> rx.Component:
    """Compose the page."""
    return request_page(
        State,
        wording.BILL_HEADING,
        rx.cond(
            State.is_payable,
            rx.fragment(
                error_summary(State),
                rx.el.header(
                    rx.el.h1(wording.BILL_HEADING, class_name="caps"),
                    rx.el.p(BILL.what_for, class_name="lead"),
                    class_name="stack-s",
                ),
                open_attempt(State),
                rx.cond(
                    State.attempt_open.name == "",
                    rx.fragment(
                        rx.el.div(_information(), _transfer(), class_name="halves"),
                        _payer(),
                    ),
                    rx.el.div(_information(), class_name="column-wide"),
                ),
            ),
            moved_on(BILL),
        ),
    )


def _information() -> rx.Component:
    facts: tuple[tuple[str, Any], ...] = (  # Any: a Var of text
        (wording.INVOICE, BILL.invoice),
        (wording.CODE, BILL.code),
        (wording.PROCEDURE, BILL.procedure),
        (wording.AGENCY, BILL.agency),
        (wording.APPLICANT, BILL.initials),
        (wording.METHOD, wording.METHOD_VALUE),
        (wording.PAY_BY, BILL.until),
    )
    return rx.el.section(
        rx.el.h2(wording.INFORMATION),
        rx.el.dl(
            *[
                rx.cond(
                    rx.Var.create(value) != "",
                    rx.fragment(rx.el.dt(name), rx.el.dd(value)),
                )
                for name, value in facts
            ],
            class_name="facts",
        ),
        bill_lines(BILL.lines),
        rx.el.p(
            rx.el.span(wording.AMOUNT_DUE), rx.el.span(BILL.amount), class_name="total"
        ),
        rx.cond(
            State.attempt_open.name == "",
            rx.el.a(
                wording.GO_ON, href=f"#{PAYER_ID}", class_name="button button--quiet"
            ),
        ),
        class_name="card stack",
    )


def _transfer() -> rx.Component:
    """Return the account, with the QR where VietQR knows its bank."""
    account = rx.el.section(
        rx.el.h2(wording.ACCOUNT_TITLE), account_facts(BILL), class_name="card stack"
    )
    by_hand = rx.fragment(
        rx.el.h3(wording.ACCOUNT_TITLE, class_name="account-title"),
        account_facts(BILL),
    )
    return rx.cond(BILL.qr != "", vietqr(BILL, by_hand), account)


def _payer() -> rx.Component:
    payer = State.payer
    return rx.el.form(
        rx.el.h2(wording.PAYER, id=PAYER_ID, tab_index=-1),
        rx.el.p(wording.PAYER_LEAD),
        required_legend(),
        rx.el.div(
            _field(
                "name",
                wording.PAYER_NAME,
                payer.name,
                auto_complete="name",
                spell_check=False,
            ),
            _field(
                "number",
                wording.PAYER_NUMBER,
                payer.number,
                hint=wording.PAYER_NUMBER_HINT,
                auto_complete="off",
                spell_check=False,
            ),
            _field(
                "phone",
                wording.PAYER_PHONE,
                payer.phone,
                hint=wording.PAYER_PHONE_HINT,
                type="tel",
                input_mode="tel",
                auto_complete="tel",
            ),
            _field(
                "address",
                wording.PAYER_ADDRESS,
                payer.address,
                auto_complete="street-address",
            ),
            _field(
                "email",
                wording.PAYER_EMAIL,
                payer.email,
                required=False,
                input_mode="email",
                auto_complete="email",
                spell_check=False,
            ),
            class_name="fields fields--2 even",
        ),
        rx.el.p(wording.PAYER_PRIVATE, class_name="small muted"),
        rx.el.div(
            submit_button(wording.SUBMIT, State.busy, wording.SUBMITTING),
            rx.el.span(wording.NEXT_CHOOSE, class_name="small muted"),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.save,
        no_validate=True,
        class_name="card stack",
    )


def _field(
    name: str,
    label: str,
    value: Any,
    hint: str = "",
    required: bool = True,
    **props: Any,
) -> rx.Component:
    # Any: a Var of text, and whatever rx.el.input takes.
    field = Field(
        f"payer_{name}",
        label,
        hint=hint,
        required=required,
        optional_words="" if required else wording.OPTIONAL,
        error=State.problems.get(f"payer_{name}", ""),
    )
    return text_field(field, value, enter_key_hint="next", **props)
