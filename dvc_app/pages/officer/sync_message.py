"""Tin gửi hệ thống khác: what it says, how it went, and what may be done (O12)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card
from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.sync_message import SyncMessageState as State
from dvc_app.wording import status_sync as wording


def sync_message_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(
        missing_title=wording.MISSING_TITLE,
        missing=wording.MISSING,
        back=wording.BACK,
        back_to=routes.SYNC,
    )
    return office_page(
        State, wording.ONE_TITLE, _message(), held=State.named, words=words
    )


def _message() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.p(
                link(wording.BACK, to=routes.SYNC),
                " › ",
                wording.ONE_TITLE,
                class_name="small crumbs",
            ),
            rx.el.h1(State.kind, " · ", State.system),
            rx.el.p(
                rx.el.span(State.state, class_name=State.state_css),
                rx.cond(
                    State.dossier_href != "",
                    link(State.code, to=State.dossier_href, class_name="num"),
                ),
                class_name="row",
                role="status",
            ),
            class_name="stack-s",
        ),
        rx.el.div(
            rx.el.div(_happened(), _tries(), _said(), class_name="stack"),
            card(
                wording.TO_DO,
                rx.cond(State.may_send, _acts(), rx.el.p(wording.NOTHING_TO_DO)),
            ),
            class_name="dossier-grid",
        ),
        class_name="stack",
    )


def _happened() -> rx.Component:
    return card(
        wording.HAPPENED,
        rx.el.p(State.plain),
        rx.cond(
            State.answer != "",
            rx.el.p(
                rx.el.span(wording.SAID, ": ", class_name="muted"),
                "“",
                State.answer,
                "”",
            ),
        ),
        rx.cond(State.closing != "", notice(State.closing, kind="warn")),
        rx.el.dl(rx.foreach(State.facts, _fact), class_name="facts"),
    )


def _fact(pair: rx.Var[tuple[str, str]]) -> rx.Component:
    return rx.fragment(rx.el.dt(pair[0]), rx.el.dd(pair[1]))


def _said() -> rx.Component:
    return card(
        wording.CONTENT,
        rx.cond(
            State.said.length() > 0,
            rx.fragment(
                rx.el.p(wording.CONTENT_HINT, class_name="small muted"),
                rx.el.details(
                    rx.el.summary(State.said_title),
                    rx.el.dl(rx.foreach(State.said, _fact), class_name="facts said"),
                    class_name="fold",
                    key=State.form_key,
                ),
            ),
            rx.el.p(wording.CONTENT_EMPTY, class_name="muted"),
        ),
    )


def _tries() -> rx.Component:
    heads = wording.TRY_HEADS
    return card(
        wording.TRIES,
        rx.cond(
            State.tries.length() > 0,
            rx.el.table(
                rx.el.caption(wording.TRIES, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
                rx.el.tbody(
                    rx.foreach(
                        State.tries,
                        lambda one: rx.el.tr(
                            *[
                                rx.el.td(one[place], data_label=head)
                                for place, head in enumerate(heads)
                            ]
                        ),
                    )
                ),
                class_name="table table--cards",
            ),
            rx.el.p(wording.TRIES_EMPTY, class_name="muted"),
        ),
    )


def _acts() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.may_correct & ~State.is_held,
            _way(
                wording.CORRECT, wording.CORRECT_HINT, State.send_again(True), "button"
            ),
        ),
        rx.cond(
            State.first_href != "",
            rx.el.p(link(wording.FIRST, to=State.first_href, class_name="button")),
            rx.cond(~State.is_held, _again()),
        ),
        rx.cond(State.may_agree, _answer_closing()),
        rx.cond(State.may_ask, _close()),
        key=State.form_key,
        class_name="stack ways-on",
    )


def _again() -> rx.Component:
    return _way(
        wording.AGAIN,
        wording.AGAIN_HINT,
        State.send_again(False),
        rx.cond(State.may_correct, "button button--quiet", "button"),
    )


def _way(words: str, hint: str, press: Any, css: Any) -> rx.Component:
    # Any: an event of the state, and a text or a Var of one.
    return rx.el.div(
        rx.el.p(hint, class_name="small muted"),
        rx.el.button(
            rx.cond(State.busy, wording.BUSY, words),
            type="button",
            class_name=css,
            disabled=State.busy,
            on_click=press,
        ),
        class_name="stack-s",
    )


def _answer_closing() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            wording.AGREE,
            type="button",
            class_name="button button--quiet",
            disabled=State.busy,
            on_click=State.answer_closing(True),
        ),
        rx.el.button(
            wording.DECLINE,
            type="button",
            class_name="button button--quiet",
            disabled=State.busy,
            on_click=State.answer_closing(False),
        ),
        class_name="row",
    )


def _close() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.CLOSE),
        rx.el.form(
            rx.el.p(wording.CLOSE_HINT, class_name="small muted"),
            area_field(
                Field(
                    "reason",
                    wording.REASON,
                    hint=wording.REASON_HINT,
                    required=True,
                    error=State.problems.get("reason", ""),
                ),
            ),
            rx.el.div(
                submit_button(wording.ASK_CLOSE, State.busy, wording.BUSY),
                class_name="row",
            ),
            on_submit=State.ask_to_close,
            no_validate=True,
            class_name="stack-s",
        ),
        class_name="fold",
        open=rx.cond(State.problem_list.length() > 0, True, False),
    )
