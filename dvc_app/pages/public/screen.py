"""The screen turned to the person at the counter: look, agree, sign (O04)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.signature import Signature
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.screen import FactRow
from dvc_app.state.public.screen import ScreenState as State
from dvc_app.wording import counter as wording


def screen_start_page() -> rx.Component:
    """Compose the page that asks for the code."""
    return page_shell(
        rx.el.h1(wording.SCREEN_TITLE),
        rx.el.form(
            text_field(
                Field(
                    "code",
                    wording.SCREEN_ENTER_LABEL,
                    hint=wording.SCREEN_ENTER,
                    required=True,
                    error=State.problems.get("code", ""),
                ),
                input_mode="numeric",
                auto_complete="off",
                max_length=12,
            ),
            rx.el.button(wording.SCREEN_ENTER_DO, type="submit", class_name="button"),
            on_submit=State.enter_code,
            no_validate=True,
            class_name="card stack",
        ),
        css="frame stack column page kiosk",
    )


def screen_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            State.loaded,
            rx.cond(State.missing, _over(), _shown()),
            rx.fragment(rx.el.h1(wording.SCREEN_TITLE), skeleton(8)),
        ),
        css="frame stack page citizen-screen",
    )


def _over() -> rx.Component:
    return rx.fragment(
        rx.el.h1(wording.SCREEN_OVER_TITLE),
        rx.el.p(wording.SCREEN_OVER),
        link(wording.SCREEN_ENTER_DO, to=routes.SCREEN_START, class_name="button"),
    )


def _shown() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.h1(wording.SCREEN_TITLE),
            rx.el.p(rx.el.b(State.procedure), " · ", State.unit),
            rx.el.p(wording.SCREEN_LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.el.section(_facts(State.facts), class_name="card"),
        rx.el.div(form_cards(State.cards), class_name="form-cards"),
        rx.el.section(
            rx.el.h2(wording.TAB_PAPERS, class_name="h3"),
            _facts(State.papers),
            class_name="card stack-s",
        ),
        rx.el.section(
            rx.el.h2(wording.TAB_FEES, class_name="h3"),
            rx.el.p(wording.FEE_TOTAL, ": ", rx.el.b(State.total, class_name="num")),
            class_name="card stack-s",
        ),
        rx.cond(
            State.code != "",
            notice(rx.Var.create(wording.FINISHED) + State.code, kind="done"),
            rx.cond(State.is_agreed, notice(wording.AGREED, kind="done"), _sign()),
        ),
    )


def _facts(rows: Any) -> rx.Component:
    # Any: a Var of rows.
    return rx.el.dl(
        rx.foreach(rows, _fact),
        class_name="facts",
    )


def _fact(row: FactRow) -> rx.Component:
    return rx.fragment(rx.el.dt(row.label), rx.el.dd(row.text), key=row.label)


def _sign() -> rx.Component:
    return rx.el.section(
        rx.el.p(wording.AGREE_WORDS),
        rx.cond(
            State.problems.get("signature", "") != "",
            rx.el.p(State.problems.get("signature", ""), class_name="error"),
        ),
        Signature.create(
            label=wording.SIGN_HERE,
            again=wording.SIGN_AGAIN,
            agree=wording.AGREE,
            on_agree=State.agree,
            key=State.sign_key,
        ),
        class_name="card stack",
    )
