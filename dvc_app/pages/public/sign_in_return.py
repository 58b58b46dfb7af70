"""Trở về từ Cổng Dịch vụ công Quốc gia (C07)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.sign_in_return import FactRow, SignInReturnState
from dvc_app.wording import identities as wording


def sign_in_return_page() -> rx.Component:
    """Compose the greeting of the first time, or the sentence of what did not work."""
    return page_shell(
        rx.cond(
            SignInReturnState.is_ready,
            rx.cond(SignInReturnState.problem != "", _problem(), _welcome()),
            skeleton(),
        ),
        css="frame column page",
    )


def _problem() -> rx.Component:
    return rx.el.div(
        rx.el.h1(SignInReturnState.title),
        notice(SignInReturnState.problem, kind="warn", role="alert"),
        rx.el.div(
            link(
                SignInReturnState.way_words,
                to=SignInReturnState.way_path,
                class_name="button",
            ),
            class_name="row",
        ),
        class_name="stack-l",
    )


def _welcome() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1(SignInReturnState.title),
            rx.el.p(wording.WELCOME_LEAD),
            class_name="stack",
        ),
        _facts(),
        rx.cond(SignInReturnState.has_vault, _vault()),
        rx.el.div(
            link(
                wording.CONTINUE,
                to=SignInReturnState.next,
                class_name="button",
            ),
            class_name="row",
        ),
        class_name="stack-l",
    )


def _facts() -> rx.Component:
    level = rx.cond(
        SignInReturnState.is_verified,
        rx.el.span(wording.VERIFIED, class_name="tag tag--done"),
        rx.el.span(wording.DECLARED, class_name="tag tag--wait"),
    )
    return rx.el.section(
        rx.el.div(rx.el.h2(wording.CAME_ALONG), level, class_name="row row--ends"),
        rx.el.dl(rx.foreach(SignInReturnState.facts, _fact), class_name="facts"),
        rx.el.p(
            wording.CAME_ALONG_LEAD,
            " ",
            link(wording.TO_PROFILE, to=routes.PROFILE),
            class_name="small muted",
        ),
        rx.cond(
            ~SignInReturnState.is_verified,
            notice(SignInReturnState.raise_words, kind="warn"),
        ),
        rx.cond(SignInReturnState.missing != "", notice(SignInReturnState.missing)),
        class_name="card card--lift stack",
    )


def _fact(row: rx.Var[FactRow]) -> rx.Component:
    return rx.fragment(rx.el.dt(row.label), rx.el.dd(row.value))


def _vault() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.VAULT),
        rx.el.p(wording.VAULT_LEAD),
        class_name="card stack",
    )
