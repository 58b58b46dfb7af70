"""Khoản thu: one request, its attempts, and what an officer may do."""

import reflex as rx

from dvc_app import routes
from dvc_app.components import due_acts
from dvc_app.components.dossier_parts import card, facts
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.due import DueState as State
from dvc_app.state.officer.due_rows import AttemptRow, DueLineRow, RefundRow
from dvc_app.wording import till as wording


def due_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(
        missing_title=wording.MISSING_TITLE,
        missing=wording.MISSING,
        back=wording.BACK,
        back_to=routes.TILL,
    )
    return office_page(State, wording.ONE_TITLE, _due(), held=State.named, words=words)


def _due() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.p(
                link(wording.BACK, to=routes.TILL),
                " › ",
                wording.ONE_TITLE,
                class_name="small crumbs",
            ),
            rx.el.h1(State.amount, class_name="num"),
            rx.el.p(
                rx.el.span(State.state, class_name=State.state_css),
                rx.el.span(wording.INVOICE, " ", State.invoice, class_name="small num"),
                class_name="row",
                role="status",
            ),
            class_name="stack-s",
        ),
        rx.el.div(
            due_acts.acts(),
            rx.el.div(_facts(), _attempts(), _history(), class_name="stack"),
            class_name="dossier-grid",
        ),
        class_name="stack",
    )


def _facts() -> rx.Component:
    fact = State.facts
    return card(
        wording.FACTS,
        facts(
            (
                wording.CODE,
                rx.cond(
                    State.dossier_href != "",
                    link(State.code, to=State.dossier_href),
                    rx.el.span(State.code),
                ),
            ),
            (wording.PROCEDURE, fact["procedure"]),
            (wording.APPLICANT, fact["applicant"]),
            (wording.PAYER, fact["payer"]),
            (wording.PHONE, fact["phone"]),
            (wording.MOMENT, fact["moment"]),
            (wording.NOTICE, fact["notice"]),
            (wording.OPENED, fact["opened"]),
            (wording.RECEIPT, fact["receipt"]),
        ),
        rx.el.h3(wording.LINES, class_name="h4"),
        rx.el.ul(rx.foreach(State.lines, _line), class_name="stack-s"),
        rx.el.p(rx.el.a(wording.PERSON_LINK, href=State.person_href, target="_blank")),
    )


def _line(line: DueLineRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(line.name, ": ", rx.el.b(line.amount, class_name="num")),
        rx.cond(line.basis != "", rx.el.p(line.basis, class_name="small muted")),
    )


def _attempts() -> rx.Component:
    return card(
        wording.ATTEMPTS,
        rx.cond(
            State.attempts.length() > 0,
            rx.el.ul(rx.foreach(State.attempts, _attempt), class_name="stack plain"),
            rx.el.p(wording.NO_ATTEMPTS, class_name="muted"),
        ),
    )


def _attempt(one: AttemptRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.el.b(one.words),
            rx.el.span(one.state, class_name=one.state_css),
            class_name="row",
        ),
        rx.el.p(one.amount, " · ", one.at, class_name="small num"),
        rx.cond(one.proof != "", rx.el.p(one.proof, class_name="small muted wrap")),
        rx.foreach(one.refunds, _refund),
        key=one.id,
        class_name="stack-s",
    )


def _refund(refund: RefundRow) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.b(refund.words, class_name="num"),
            rx.el.span(refund.state, class_name=refund.state_css),
            class_name="row",
        ),
        rx.el.p(refund.people, class_name="small muted"),
        rx.cond(refund.note != "", rx.el.p(refund.note, class_name="small")),
        rx.cond(refund.is_own, rx.el.p(wording.OWN_REFUND, class_name="small")),
        rx.cond(refund.may_decide, due_acts.decide(refund)),
        rx.cond(refund.may_pay_out, due_acts.pay_out(refund)),
        key=refund.id,
        class_name="refund stack-s",
    )


def _history() -> rx.Component:
    return rx.cond(
        State.events.length() > 0,
        rx.el.details(
            rx.el.summary(wording.HISTORY),
            rx.el.ul(rx.foreach(State.events, rx.el.li), class_name="small num"),
            class_name="fold",
        ),
    )
