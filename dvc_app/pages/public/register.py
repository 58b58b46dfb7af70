"""Chọn phương thức đăng ký (C02)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.state.public.register import GROUP
from dvc_app.state.public.register import RegisterState as State
from dvc_app.wording import register as wording
from dvc_app.wording import register_ways as ways


def register_page() -> rx.Component:
    """Compose the choice; what is not for a group is not drawn for it."""
    return page_shell(
        rx.el.h1(wording.METHOD_TITLE),
        _groups(),
        _level(wording.MEDIUM, State.medium),
        _level(wording.HIGH, State.high),
        _unsure(),
        rx.el.p(wording.FOOT_NOTE, class_name="small muted"),
        rx.el.p(wording.HAS_ACCOUNT, link(wording.SIGN_IN, to=State.sign_in_path)),
        css="frame column stack-l page",
    )


def _groups() -> rx.Component:
    return rx.el.nav(
        *[
            link(
                words,
                to=State.group_paths.get(key, f"{routes.REGISTER}?{GROUP}={key}"),
                aria_current=rx.cond(State.group == key, "page", "false"),
            )
            for key, words in wording.GROUPS
        ],
        aria_label=wording.GROUPS_LABEL,
        class_name="tabs",
    )


def _level(title: str, rows: Any) -> rx.Component:
    # Any: a Var of rows.
    return rx.cond(
        rows.length() > 0,
        rx.el.section(
            rx.el.h2(title),
            rx.el.ul(rx.foreach(rows, _way), class_name="methods"),
            class_name="stack",
        ),
    )


def _way(row: Any) -> rx.Component:
    # Any: a Var of one row.
    return rx.el.li(
        link(
            rx.el.b(row.name),
            rx.el.span(row.needs, class_name="muted small"),
            rx.cond(
                row.silent != "", rx.el.span(row.silent, class_name="tag tag--wait")
            ),
            to=row.path,
            class_name="method method--open",
        )
    )


def _unsure() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.UNSURE),
        rx.el.div(
            rx.cond(
                State.advised.length() > 0,
                rx.fragment(
                    rx.el.p(ways.ADVICE),
                    rx.el.ul(rx.foreach(State.advised, _way), class_name="methods"),
                    _answer(ways.ADVICE_AGAIN, "again"),
                ),
                rx.cond(
                    State.is_unadvised,
                    rx.fragment(
                        rx.el.p(ways.ADVICE_NONE), _answer(ways.ADVICE_AGAIN, "again")
                    ),
                    rx.match(
                        State.question,
                        ("key", _question(ways.ADVICE_KEY, *_KEYS)),
                        ("vneid", _question(ways.ADVICE_VNEID, *_yes_no("vneid"))),
                        _question(ways.ADVICE_SIM, *_yes_no("sim")),
                    ),
                ),
            ),
            class_name="stack",
            role="status",
        ),
        class_name="card fold",
    )


def _yes_no(way: str) -> tuple[tuple[str, str], ...]:
    return ((ways.YES, way), (ways.NO, "no"))


_KEYS = (
    (ways.NAMES[ways.Method.USB], "usb"),
    (ways.NAMES[ways.Method.SIM], "sim_key"),
    (ways.NAMES[ways.Method.SMART_CA], "smart_ca"),
)


def _question(words: str, *answers: tuple[str, str]) -> rx.Component:
    return rx.fragment(
        rx.el.p(rx.el.b(words)),
        rx.el.div(
            *[_answer(label, answer) for label, answer in answers], class_name="row"
        ),
    )


def _answer(words: str, answer: str) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        on_click=State.advise(answer),
        class_name="button button--quiet",
    )
