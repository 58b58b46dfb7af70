"""Lựa chọn ngân hàng hoặc ví điện tử (C19)."""

from typing import Any

import reflex as rx

from dvc_app.components.link import link
from dvc_app.components.payment_parts import (
    account_folded,
    moved_on,
    open_attempt,
    request_page,
    vietqr,
)
from dvc_app.state.base import AppState
from dvc_app.state.public.payment_ways import PaymentWaysState as State
from dvc_app.state.public.payment_ways import WayGroup, WayRow
from dvc_app.wording import payments as wording

BILL = State.bill
CHOSEN = State.chosen
TYPING_PAUSE = 300  # milliseconds


def payment_ways_page() -> rx.Component:
    """Compose the page: the ways to pay, and the order beside them."""
    return request_page(
        State,
        wording.WAYS_TITLE,
        rx.cond(
            State.is_payable,
            rx.el.div(
                rx.el.div(
                    rx.el.h1(wording.WAYS_TITLE, class_name="ways-title"),
                    open_attempt(State),
                    rx.cond(
                        State.attempt_open.name == "",
                        rx.fragment(
                            vietqr(BILL, account_folded(BILL)),
                            _find(),
                            rx.foreach(State.groups, _group),
                        ),
                    ),
                    class_name="stack-l",
                ),
                _order(),
                rx.cond(State.attempt_open.name == "", _bar()),
                class_name="checkout",
            ),
            moved_on(BILL),
        ),
        css="frame page",
    )


def _find() -> rx.Component:
    return rx.el.div(
        rx.el.label(wording.FIND_WAY, html_for="tim-noi"),
        rx.el.span(wording.FIND_WAY_HINT, class_name="hint", id="tim-noi-goi-y"),
        rx.el.input(
            id="tim-noi",
            type="search",
            auto_complete="off",
            spell_check=False,
            enter_key_hint="search",
            aria_describedby="tim-noi-goi-y",
            on_change=State.search.debounce(TYPING_PAUSE),
        ),
        rx.el.p(State.found, class_name="small muted", role="status"),
        class_name="field",
    )


def _group(group: WayGroup) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(group.title),
        rx.foreach(group.ways, _way),
        class_name="choices",
        key=group.title,
    )


def _way(way: WayRow) -> rx.Component:
    # The browser marks what is chosen at once; the server follows with the total.
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="noi-thanh-toan",
            value=way.code,
            default_checked=CHOSEN.code == way.code,
            on_change=State.choose(way.code),
        ),
        rx.el.span(way.mark, class_name="mono", aria_hidden="true"),
        rx.el.span(way.name),
        rx.el.span(way.fee, class_name="small muted"),
        rx.cond(
            way.failing != "", rx.el.span(way.failing, class_name="tag tag--wait small")
        ),
        rx.el.span("✓ ", wording.CHOSEN, class_name="chosen-words small"),
        class_name="choice",
        key=way.code + State.mark,
    )


def _order() -> rx.Component:
    return rx.el.aside(
        rx.el.h2(wording.ORDER),
        rx.el.dl(
            rx.el.dt(wording.ORDER_NAME),
            rx.el.dd(BILL.what_for),
            rx.el.dt(wording.SUPPLIER),
            rx.el.dd(BILL.agency),
            rx.el.dt(wording.VALUE),
            rx.el.dd(BILL.amount, class_name="num"),
            rx.cond(
                CHOSEN.code != "",
                rx.fragment(
                    rx.el.dt(wording.SERVICE_FEE_AMOUNT),
                    rx.el.dd(CHOSEN.fee, class_name="num"),
                ),
            ),
            class_name="facts",
        ),
        rx.el.details(
            rx.el.summary(wording.SERVICE_FEE, class_name="small"),
            rx.el.p(wording.SERVICE_FEE_WHY, class_name="small muted"),
        ),
        rx.el.p(
            rx.el.span(wording.TOTAL),
            rx.el.span(rx.cond(CHOSEN.code != "", CHOSEN.total, BILL.amount)),
            class_name="total",
            role="status",
        ),
        rx.cond(
            CHOSEN.warning != "",
            rx.el.p(CHOSEN.warning, class_name="notice notice--warn"),
        ),
        _pay("button caps only-desk", aria_describedby="thanh-toan-goi-y"),
        rx.el.p(
            rx.cond(CHOSEN.code != "", CHOSEN.words, wording.FIRST_CHOOSE),
            class_name="small muted",
            id="thanh-toan-goi-y",
            role="status",
        ),
        link(wording.CHANGE_PAYER, to=BILL.bill_href, class_name="button button--text"),
        class_name="card card--lift stack order",
        aria_label=wording.ORDER,
    )


def _bar() -> rx.Component:
    """Return the total and the button of a phone: at hand, however long the list."""
    return rx.el.div(
        rx.el.span(
            rx.el.span(
                rx.cond(CHOSEN.code != "", CHOSEN.name, wording.FIRST_CHOOSE),
                class_name="small muted",
            ),
            rx.cond(CHOSEN.code != "", rx.el.b(CHOSEN.total)),
        ),
        _pay("button caps"),
        class_name="only-phone pay-bar",
    )


def _pay(css: str, **props: Any) -> rx.Component:
    # Any: what rx.el.button takes.
    return rx.el.button(
        rx.cond(State.busy, wording.GOING, wording.SUBMIT),
        type="button",
        class_name=css,
        # Twice pressed is once paid: the server knows the press by its key too.
        disabled=(CHOSEN.code == "")
        | (State.attempt_open.name != "")
        | State.busy
        | ~AppState.is_hydrated,
        on_click=State.pay,
        **props,
    )
