"""What an officer may do about one request of the till; each act is a small form."""

from functools import reduce
from operator import or_
from typing import Any

import reflex as rx

from dvc_app.components.dossier_parts import card
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.state.officer.due import DueState as State
from dvc_app.state.officer.due_rows import RefundRow
from dvc_app.wording import till as wording


def acts() -> rx.Component:
    """Return the card of what is to be done; one main button, the rest folded."""
    return rx.el.div(
        card(
            wording.TO_DO,
            rx.cond(
                State.refund_waits,
                rx.el.p(wording.REFUND_WAITS, class_name="notice notice--info"),
            ),
            rx.cond(State.may_cash, _cash()),
            rx.cond(State.accept_hint != "", _accept()),
            rx.cond(State.refund_hint != "", _refund()),
            rx.cond(State.may_waive, _waive()),
            rx.cond(
                ~State.refund_waits
                & ~State.may_cash
                & ~State.may_waive
                & (State.refund_hint == "")
                & (State.accept_hint == ""),
                rx.el.p(wording.NOTHING, class_name="muted"),
            ),
        ),
        key=State.form_key,
    )


def decide(refund: RefundRow) -> rx.Component:
    """Return the two answers to a colleague's wish."""
    return rx.el.div(
        rx.el.button(
            refund.approve,
            type="button",
            class_name="button",
            on_click=State.approve(refund.id),
        ),
        _fold(
            wording.DECLINE,
            State.decline,
            rx.el.input(type="hidden", name="refund", value=refund.id),
            _words("decline_reason", wording.DECLINE_REASON),
            button=wording.DECLINE,
            fields=("decline_reason",),
        ),
        class_name="stack-s",
    )


def pay_out(refund: RefundRow) -> rx.Component:
    """Return the form that says the money was given back by hand."""
    return rx.el.form(
        rx.el.input(type="hidden", name="refund", value=refund.id),
        rx.el.input(type="hidden", name="amount", value=refund.words),
        _line("reference", wording.PAID_OUT_NUMBER),
        submit_button(wording.PAID_OUT, State.busy, wording.BUSY),
        on_submit=State.pay_out,
        no_validate=True,
        class_name="stack-s",
    )


def _cash() -> rx.Component:
    return rx.el.form(
        rx.el.h3(wording.CASH, class_name="h4"),
        rx.el.p(wording.CASH_HINT, class_name="small muted"),
        _line("book", wording.BOOK),
        _line("slip", wording.SLIP, input_mode="numeric"),
        _line("cash_payer", wording.CASH_PAYER, State.payer),
        submit_button(State.cash_words, State.busy, wording.BUSY),
        on_submit=State.take_cash,
        no_validate=True,
        class_name="stack-s",
    )


def _accept() -> rx.Component:
    return rx.el.div(
        rx.el.p(State.accept_hint, class_name="notice notice--warn"),
        rx.cond(
            State.may_accept,
            _fold(
                wording.ACCEPT,
                State.accept,
                _words("accept_note", wording.ACCEPT_NOTE),
                button=wording.ACCEPT,
                fields=("accept_note",),
            ),
        ),
        class_name="stack-s",
    )


def _refund() -> rx.Component:
    return _fold(
        wording.REFUND,
        State.ask_refund,
        rx.el.p(State.refund_hint, class_name="small muted"),
        _line("refund_amount", wording.REFUND_AMOUNT, input_mode="numeric"),
        _words("refund_note", wording.REFUND_NOTE),
        button=wording.ASK_REFUND,
        fields=("refund_amount", "refund_note"),
    )


def _waive() -> rx.Component:
    return _fold(
        wording.WAIVE,
        State.waive,
        rx.el.p(wording.WAIVE_HINT, class_name="small muted"),
        _words("waive_reason", wording.WAIVE_REASON),
        button=wording.WAIVE,
        fields=("waive_reason",),
    )


def _fold(
    title: str,
    on_submit: Any,
    *children: rx.Component,
    button: str,
    fields: tuple[str, ...],
) -> rx.Component:
    """Return a form behind its name; a refused one stays open. Any: a handler."""
    is_refused = reduce(or_, [State.problems.contains(name) for name in fields])
    return rx.el.details(
        rx.el.summary(title),
        rx.el.form(
            *children,
            rx.el.button(button, type="submit", class_name="button button--quiet"),
            on_submit=on_submit,
            no_validate=True,
            class_name="stack-s",
        ),
        class_name="fold",
        open=is_refused,
    )


def _line(name: str, label: str, value: Any = "", **props: Any) -> rx.Component:
    # Any: a Var or a text, and what text_field takes.
    field = Field(name, label, required=True, error=State.problems.get(name, ""))
    return text_field(field, value, auto_complete="off", **props)


def _words(name: str, label: str) -> rx.Component:
    field = Field(name, label, required=True, error=State.problems.get(name, ""))
    return area_field(field)
