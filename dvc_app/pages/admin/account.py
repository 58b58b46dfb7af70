"""Tài khoản của một cán bộ: vai trò, trạng thái, mã một lần (A01)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, post_fields, unit_option
from dvc_app.components.browser_parts import CopyButton, PrintButton
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.account import AccountState as State
from dvc_app.state.admin.posts import PostRow
from dvc_app.wording import administration as wording


def account_page() -> rx.Component:
    """Compose the account, or say that it is not there."""
    return admin_shell(
        rx.cond(
            State.loaded,
            rx.cond(State.is_gone, _gone(), _account()),
            skeleton(6),
        ),
        active="",
    )


def _gone() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.TITLE),
        notice(wording.GONE, kind="warn"),
        rx.el.p(link(wording.BACK, to=routes.ADMIN_ACCOUNTS)),
        class_name="stack",
    )


def _account() -> rx.Component:
    return rx.fragment(
        error_summary(State),
        rx.el.div(
            rx.el.p(link(wording.BACK, to=routes.ADMIN_ACCOUNTS), class_name="small"),
            rx.el.div(
                rx.el.h1(State.heading),
                rx.el.span(State.status, class_name=State.status_tag),
                class_name="row",
            ),
            class_name="stack",
        ),
        _code(),
        rx.el.div(
            rx.el.div(_posts(), _grant(), class_name="stack-l"),
            rx.el.div(_facts(), _acts(), _codes(), class_name="stack-l"),
            class_name="halves",
        ),
    )


def _facts() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.FACTS),
        rx.el.dl(
            rx.foreach(
                State.facts,
                lambda fact: rx.fragment(rx.el.dt(fact[0]), rx.el.dd(fact[1])),
            ),
            class_name="facts",
        ),
        class_name="card stack",
    )


def _posts() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.POSTS),
        rx.cond(
            State.posts.length() > 0,
            rx.el.ul(rx.foreach(State.posts, _post), class_name="posts"),
            rx.el.p(wording.NO_POSTS, class_name="muted"),
        ),
        class_name="stack",
    )


def _post(row: rx.Var[PostRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                rx.el.b(row.roles), " ", rx.el.span(row.standing, class_name=row.tag)
            ),
            rx.el.p(row.place),
            rx.el.p(row.term, class_name="small num"),
            rx.el.p(row.by, class_name="small muted"),
            class_name="grow",
        ),
        rx.el.div(
            rx.cond(
                row.may_confirm,
                _button(
                    wording.CONFIRM,
                    State.confirm(row.id),
                    css="button",
                    aria_label=row.confirm_label,
                ),
            ),
            rx.cond(
                row.may_end,
                _button(wording.END, State.end(row.id), aria_label=row.end_label),
            ),
            class_name="row",
        ),
        class_name="card",
        key=row.id,
    )


def _grant() -> rx.Component:
    return rx.cond(
        State.is_me,
        rx.el.p(wording.ONESELF, class_name="muted"),
        rx.el.details(
            rx.el.summary(wording.GRANT_TITLE),
            rx.el.form(
                *post_fields(State, State.units, unit_option),
                rx.el.button(wording.GRANT, type="submit", class_name="button"),
                on_submit=State.grant,
                no_validate=True,
                key=State.form_key,
                class_name="stack",
            ),
            class_name="card fold",
        ),
    )


def _acts() -> rx.Component:
    return rx.cond(
        ~State.is_me,
        rx.el.section(
            rx.el.h2(wording.ACTS),
            rx.el.div(
                rx.cond(State.may_lock, _button(wording.LOCK, State.lock)),
                rx.cond(State.may_unlock, _button(wording.UNLOCK, State.unlock)),
                rx.cond(
                    State.may_reactivate, _button(wording.REACTIVATE, State.reactivate)
                ),
                _button(wording.END_SESSIONS, State.end_sessions),
                class_name="row",
            ),
            rx.cond(
                State.may_lock, rx.el.p(wording.LOCK_HINT, class_name="small muted")
            ),
            class_name="card stack",
        ),
    )


def _codes() -> rx.Component:
    return rx.cond(
        State.may_activate | State.may_reset,
        rx.el.section(
            rx.el.h2(wording.CODES),
            rx.el.p(wording.CODES_LEAD, class_name="small"),
            rx.el.div(
                rx.cond(
                    State.may_activate,
                    _button(
                        wording.NEW_ACCOUNT_CODE,
                        State.issue("account"),
                        css=rx.cond(
                            (State.code != "") | State.has_to_confirm,
                            "button button--quiet",
                            "button",
                        ),
                    ),
                ),
                rx.cond(
                    State.may_reset,
                    _button(wording.NEW_FACTOR_CODE, State.issue("factor")),
                ),
                class_name="row",
            ),
            class_name="card stack",
        ),
    )


def _code() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.code != "",
            rx.el.section(
                rx.el.h2(State.slip),
                rx.el.p(State.code_for),
                rx.el.p(rx.el.b(State.code), class_name="compare one-time"),
                rx.el.p(State.code_until, class_name="small"),
                rx.el.p(wording.CODE_KEEP, class_name="small"),
                rx.el.div(
                    CopyButton.create(
                        text=State.code,
                        words=wording.COPY,
                        done=wording.COPIED,
                        class_name="button button--quiet",
                    ),
                    PrintButton.create(
                        wording.PRINT, class_name="button button--quiet"
                    ),
                    _button(wording.HIDE, State.hide_code, css="button button--text"),
                    class_name="row no-print",
                ),
                class_name="card card--lift stack slip",
            ),
        ),
        role="status",
    )


def _button(
    words: str, event: Any, css: Any = "button button--quiet", **props: Any
) -> rx.Component:
    # Any: an event, a Var or words of css, and whatever rx.el.button takes.
    return rx.el.button(words, type="button", on_click=event, class_name=css, **props)
