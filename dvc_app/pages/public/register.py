"""Chọn phương thức đăng ký (C02)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.public.register import GROUP, RegisterState
from dvc_app.wording import register as wording

Method = tuple[str, str, tuple[str, ...]]


def register_page() -> rx.Component:
    """Compose the choice; what is not for a group is not drawn for it."""
    return page_shell(
        rx.el.h1(wording.METHOD_TITLE),
        _groups(),
        rx.match(
            RegisterState.group,
            *[(key, _methods(key)) for key, _ in wording.GROUPS],
            _methods(wording.CITIZEN),
        ),
        rx.el.details(
            rx.el.summary(wording.UNSURE),
            rx.el.p(wording.UNSURE_TEXT),
            class_name="card fold",
        ),
        rx.el.p(wording.FOOT_NOTE, class_name="small muted"),
        rx.el.p(
            wording.HAS_ACCOUNT,
            link(wording.SIGN_IN, to=RegisterState.sign_in_path),
        ),
        css="frame column stack-l page",
    )


def _groups() -> rx.Component:
    return rx.el.nav(
        *[
            link(
                words,
                to=RegisterState.group_paths.get(
                    key, f"{routes.REGISTER}?{GROUP}={key}"
                ),
                aria_current=rx.cond(RegisterState.group == key, "page", "false"),
            )
            for key, words in wording.GROUPS
        ],
        aria_label=wording.GROUPS_LABEL,
        class_name="tabs",
    )


def _methods(group: str) -> rx.Component:
    medium = _for(wording.MEDIUM_METHODS, group)
    return rx.el.div(
        _level(wording.MEDIUM, medium) if medium else notice(wording.NOT_YET),
        _level(wording.HIGH, _for(wording.HIGH_METHODS, group)),
        rx.el.p(wording.SOON_HINT, class_name="small muted"),
        class_name="stack-l",
    )


def _for(methods: tuple[Method, ...], group: str) -> list[Method]:
    return [method for method in methods if group in method[2]]


def _level(title: str, methods: list[Method]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title),
        rx.el.ul(
            *[rx.el.li(_method(name, needs)) for name, needs, _ in methods],
            class_name="methods",
        ),
        class_name="stack",
    )


def _method(name: str, needs: str) -> rx.Component:
    line = rx.el.span(needs, class_name="muted small")
    if name == wording.PHONE:
        return link(
            rx.el.b(name),
            line,
            to=RegisterState.phone_path,
            class_name="method method--open",
        )
    return rx.el.div(
        rx.el.b(name),
        line,
        rx.el.span(wording.SOON, class_name="tag"),
        class_name="method",
    )
