"""Yêu cầu nộp tiền: a sum that only the office knows."""

from functools import reduce
from operator import or_

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card, facts
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.ask_due import LINES
from dvc_app.state.officer.ask_due import AskDueState as State
from dvc_app.wording import till as wording


def ask_due_page() -> rx.Component:
    """Compose the page."""
    return desk_shell(
        rx.cond(
            State.missing,
            rx.el.div(
                rx.el.h1(wording.MISSING_TITLE),
                rx.el.p(wording.MISSING),
                link(wording.BACK, to=routes.TILL, class_name="button"),
                class_name="stack column",
            ),
            rx.el.div(
                error_summary(State),
                rx.el.p(
                    link(State.code, to=State.back_href), class_name="small crumbs"
                ),
                rx.el.h1(wording.ASK_TITLE),
                rx.el.p(wording.ASK_LEAD, class_name="muted"),
                rx.cond(State.loaded, _form(), skeleton(5)),
                class_name="stack column",
            ),
        ),
        css="frame stack page",
    )


def _form() -> rx.Component:
    return rx.el.form(
        card(
            wording.FACTS,
            facts(
                (wording.CODE, State.code),
                (wording.PROCEDURE, State.procedure),
                (wording.APPLICANT, State.applicant),
            ),
            required_legend(),
            text_field(
                Field(
                    "notice",
                    wording.ASK_NOTICE,
                    required=True,
                    error=State.problems.get("notice", ""),
                ),
                auto_complete="off",
            ),
        ),
        *[_line(at) for at in range(LINES)],
        rx.el.div(
            submit_button(wording.ASK, State.busy, wording.BUSY), class_name="row"
        ),
        on_submit=State.ask,
        no_validate=True,
        key=State.form_key,
        class_name="stack",
    )


def _line(at: int) -> rx.Component:
    if at == 0:
        return rx.el.div(_sum(at, wording.LINE_OF), class_name="card")
    names = [f"{field}.{at}" for field in ("name", "kind", "amount", "basis")]
    return rx.el.details(
        rx.el.summary(wording.LINE_MORE.format(number=at + 1)),
        _sum(at, wording.LINE_OF),
        open=reduce(or_, [State.problems.contains(name) for name in names]),
        class_name="fold card",
    )


def _sum(at: int, title: str) -> rx.Component:
    is_first = at == 0
    return rx.el.fieldset(
        rx.el.legend(
            title.format(number=at + 1), class_name="h3" if is_first else "sr-only"
        ),
        _text(f"name.{at}", wording.ASK_NAME, is_first),
        select_field(
            Field(
                f"kind.{at}",
                wording.ASK_KIND,
                error=State.problems.get(f"kind.{at}", ""),
            ),
            [rx.el.option(words, value=key) for key, words in wording.KINDS.items()],
            default_value="charge",
        ),
        _text(f"amount.{at}", wording.ASK_AMOUNT, is_first, input_mode="numeric"),
        _text(f"basis.{at}", wording.ASK_BASIS, False),
        class_name="due-line stack-s",
    )


def _text(name: str, label: str, required: bool, **props: str) -> rx.Component:
    field = Field(name, label, required=required, error=State.problems.get(name, ""))
    return text_field(field, auto_complete="off", **props)
