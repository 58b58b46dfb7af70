"""Kết quả thanh toán (C20, C21): what the provider's server told ours."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PrintButton
from dvc_app.components.link import leaving_link, link
from dvc_app.components.payment_parts import request_page
from dvc_app.components.waiting import AskAgain
from dvc_app.state.public.payment_outcome import RefundCard, RefundStep
from dvc_app.state.public.payment_result import PaymentResultState as State
from dvc_app.wording import payment_results as wording
from dvc_app.wording import payments

OUT = State.outcome
BILL = State.bill
EVERY = 10  # seconds: the live signal is quicker, and may be lost on a weak network


def payment_result_page() -> rx.Component:
    """Compose the page."""
    return request_page(
        State,
        wording.RESULT_TITLE,
        rx.el.p(
            wording.RESULT_TITLE, " · ", BILL.invoice, class_name="small muted num"
        ),
        _head(),
        rx.cond(OUT.can_retry, _retry()),
        rx.cond(OUT.paid_at != "", _facts()),
        rx.cond(OUT.effect != "", _effect()),
        rx.cond(OUT.refunds.length() > 0, _refunds()),
        _what_for(),
        rx.cond(OUT.is_waiting, AskAgain.create(seconds=EVERY, on_ask=State.ask)),
        css="frame page stack-l column-wide",
    )


def _head() -> rx.Component:
    return rx.el.section(
        rx.el.h1(OUT.title),
        rx.el.p(OUT.line),
        _said(OUT.waiting, "small"),
        _said(OUT.cause),
        rx.cond(OUT.money != "", rx.el.p(rx.el.b(OUT.money))),
        _said(OUT.advice),
        _said(OUT.late),
        _said(OUT.double),
        rx.cond(
            OUT.is_waiting,
            rx.el.div(
                rx.el.span(class_name="pulse", aria_hidden="true"),
                rx.el.p(wording.NOT_FROM_BROWSER, class_name="small muted"),
                class_name="row nowrap",
            ),
        ),
        class_name=rx.match(
            OUT.kind,
            ("done", "notice notice--done outcome stack-s"),
            ("error", "notice notice--error outcome stack-s"),
            ("warn", "notice notice--warn outcome stack-s"),
            "notice outcome stack-s",
        ),
        role="status",
    )


def _said(words: Any, css: str = "") -> rx.Component:
    # Any: a Var of text.
    return rx.cond(words != "", rx.el.p(words, class_name=css))


def _retry() -> rx.Component:
    return rx.el.div(
        link(wording.RETRY, to=BILL.ways_href, class_name="button"),
        link(wording.OTHER_WAY, to=BILL.ways_href, class_name="button button--quiet"),
        link(wording.OPEN_BILL, to=BILL.bill_href, class_name="button button--text"),
        class_name="row",
    )


def _facts() -> rx.Component:
    facts = (
        (wording.PAID_AMOUNT, OUT.received),
        (wording.PAID_AT, OUT.paid_at),
        (wording.PAID_WITH, OUT.paid_with),
        (payments.INVOICE, BILL.invoice),
        (wording.ORDER_NUMBER, OUT.number),
        (wording.TRANSACTION, OUT.transaction),
        (wording.RECEIPT, OUT.receipt),
    )
    return rx.el.section(
        rx.el.dl(
            *[
                rx.cond(value != "", rx.fragment(rx.el.dt(name), rx.el.dd(value)))
                for name, value in facts
            ],
            class_name="facts",
        ),
        _said(OUT.receipt_note, "small muted"),
        rx.el.div(
            rx.cond(
                OUT.receipt_href != "",
                leaving_link(
                    wording.RECEIPT_GET,
                    to=OUT.receipt_href,
                    target="_blank",
                    class_name="button button--quiet",
                ),
            ),
            PrintButton.create(wording.PRINT, class_name="button button--text"),
            class_name="row acts",
        ),
        class_name="card stack",
    )


def _effect() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.EFFECT_TITLE),
        rx.el.p(OUT.effect),
        rx.cond(
            OUT.review_href != "",
            rx.el.p(link(wording.TO_REVIEW, to=OUT.review_href, class_name="button")),
        ),
        class_name="card stack-s",
    )


def _refunds() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.REFUND),
        rx.foreach(OUT.refunds, _refund),
        class_name="stack",
    )


def _refund(refund: RefundCard) -> rx.Component:
    return rx.el.div(
        rx.el.h3(refund.title),
        rx.el.p(refund.reason, class_name="small muted"),
        rx.el.ol(rx.foreach(refund.steps, _step), class_name="timeline"),
        class_name="card stack-s",
    )


def _step(step: RefundStep) -> rx.Component:
    return rx.el.li(
        rx.el.b(step.words),
        rx.cond(step.at != "", rx.el.p(step.at, class_name="small muted")),
        class_name=rx.cond(step.is_done, "is-done", "is-coming"),
    )


def _what_for() -> rx.Component:
    return rx.el.section(
        rx.el.p(BILL.what_for),
        rx.el.p(BILL.procedure, " · ", BILL.agency, class_name="small muted"),
        rx.el.div(
            rx.cond(
                OUT.dossier_href != "",
                link(
                    wording.TO_DOSSIER,
                    to=OUT.dossier_href,
                    class_name="button button--quiet",
                ),
            ),
            rx.cond(
                (OUT.review_href != "") & (OUT.effect == ""),
                link(
                    wording.TO_DRAFT,
                    to=OUT.review_href,
                    class_name="button button--quiet",
                ),
            ),
            rx.cond(
                OUT.look_up_href != "",
                link(
                    wording.TO_LOOK_UP,
                    to=OUT.look_up_href,
                    class_name="button button--quiet",
                ),
            ),
            rx.cond(
                OUT.head == wording.Head.CANCELLED,
                link(
                    payments.FIND, to=BILL.find_href, class_name="button button--quiet"
                ),
            ),
            rx.cond(
                OUT.is_owner,
                link(
                    wording.TO_MINE,
                    to=routes.MY_PAYMENTS,
                    class_name="button button--text",
                ),
            ),
            class_name="row",
        ),
        class_name="stack-s",
    )
