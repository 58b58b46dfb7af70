"""What the pages of one payment request share: VietQR, order, an open attempt."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import CopyButton
from dvc_app.components.layout import page_shell
from dvc_app.components.link import leaving_link, link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.payment_bill import BillView, LineRow
from dvc_app.wording import payments as wording


def request_page(
    state: Any, title: str, *parts: rx.Component, css: str = "frame page stack-l"
) -> rx.Component:
    """Return the page of one request: there, missing, or on its way."""
    # Any: a state class; the framework's vars have no common type.
    return page_shell(
        rx.cond(
            state.missing,
            missing_request(),
            rx.cond(
                state.loaded,
                rx.fragment(*parts),
                rx.el.div(rx.el.h1(title), skeleton(6), class_name="stack"),
            ),
        ),
        active=routes.PAY,
        css=css,
    )


def missing_request() -> rx.Component:
    """Return what to do when no request has this key."""
    return rx.el.div(
        rx.el.h1(wording.BILL_MISSING_TITLE),
        rx.el.p(wording.BILL_MISSING),
        link(wording.FIND, to=routes.PAY, class_name="button"),
        class_name="stack column",
    )


def moved_on(bill: BillView) -> rx.Component:
    """Return what stands here when the request was settled while the page is open."""
    return rx.el.div(
        rx.el.h1(wording.BILL_TITLE),
        rx.el.p(wording.CLOSED, role="status"),
        link(wording.OPEN_WAIT, to=bill.result_href, class_name="button"),
        class_name="stack column",
    )


def vietqr(bill: BillView, by_hand: rx.Component) -> rx.Component:
    """Return the QR with amount and words inside, the first choice (C18 ★)."""
    return rx.cond(
        bill.qr != "",
        rx.el.section(
            rx.el.div(
                rx.el.img(src=bill.qr, alt=bill.qr_alt, class_name="vietqr"),
                rx.el.div(
                    rx.el.h2(wording.QR_TITLE),
                    rx.el.p(wording.QR_LEAD, class_name="muted"),
                    rx.el.p(wording.QR_SAME_PHONE, class_name="small muted"),
                    class_name="stack-s",
                ),
                class_name="vietqr-row",
            ),
            by_hand,
            class_name="card stack-s",
        ),
    )


def account_folded(bill: BillView) -> rx.Component:
    """Return the account behind a fold, where the banks are what matters."""
    return rx.el.details(
        rx.el.summary(wording.QR_BY_HAND), account_facts(bill), class_name="fold"
    )


def account_facts(bill: BillView) -> rx.Component:
    """Return the account to transfer to by hand, each part with a way to copy it."""
    return rx.el.div(
        rx.el.p(wording.QR_EXACT, class_name="small muted"),
        rx.el.dl(
            rx.el.dt(wording.ACCOUNT),
            _copied(bill.account, wording.COPY_ACCOUNT),
            rx.el.dt(wording.ACCOUNT_NAME),
            rx.el.dd(bill.account_name),
            rx.cond(
                bill.bank != "",
                rx.fragment(rx.el.dt(wording.BANK), rx.el.dd(bill.bank)),
            ),
            rx.el.dt(wording.AMOUNT),
            _copied(bill.plain_amount, wording.COPY_AMOUNT, bill.amount),
            rx.el.dt(wording.QR_WORDS),
            _copied(bill.words, wording.COPY_WORDS),
            class_name="facts facts--copy",
        ),
        class_name="stack-s",
    )


def _copied(text: Any, words: str, shown: Any = None) -> rx.Component:
    # Any: a Var of text.
    return rx.el.dd(
        rx.el.b(text if shown is None else shown, class_name="num"),
        " ",
        CopyButton.create(
            text=text, words=words, done=wording.COPIED, class_name="as-link small"
        ),
    )


def open_attempt(state: Any) -> rx.Component:
    """Return the payment that is open in another tab: go there, or give it up."""
    # Any: a state class.
    open_now = state.attempt_open
    return rx.cond(
        open_now.name != "",
        rx.el.section(
            rx.el.h2(open_now.title, class_name="h3"),
            rx.el.p(open_now.line),
            rx.el.div(
                rx.cond(
                    open_now.url != "",
                    leaving_link(open_now.go, to=open_now.url, class_name="button"),
                ),
                link(
                    wording.OPEN_WAIT,
                    to=state.bill.result_href,
                    class_name="button button--quiet",
                ),
                rx.el.button(
                    wording.OPEN_ABANDON,
                    type="button",
                    class_name="button button--text",
                    on_click=state.abandon,
                ),
                class_name="row",
            ),
            class_name="notice notice--warn stack-s",
            role="status",
        ),
    )


def bill_lines(lines: Any) -> rx.Component:
    """Return the fees and charges it is made of, each with its basis."""
    # Any: a Var of rows.
    return rx.el.ul(rx.foreach(lines, _line), class_name="bill-lines")


def _line(line: LineRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            line.name,
            rx.cond(
                line.basis != "", rx.el.span(line.basis, class_name="small muted basis")
            ),
        ),
        rx.el.span(line.amount, class_name="num"),
    )
