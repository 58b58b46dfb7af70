"""Rút hồ sơ (C27)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.notice import notice
from dvc_app.components.of_address import of_address
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.citizen.withdraw import WithdrawState as State
from dvc_app.wording import register as code_words
from dvc_app.wording import withdrawing as wording


def withdraw_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            State.missing,
            missing_dossier(),
            of_address(
                State.code,
                rx.cond(
                    State.loaded,
                    rx.fragment(error_summary(State), _head(), _body()),
                    _waiting(),
                ),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page column-wide",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.TITLE), skeleton(4))


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(State.code, class_name="small muted num"),
        rx.el.h1(wording.TITLE),
        rx.el.p(long_name(State.procedure), class_name="muted"),
        class_name="stack-s",
    )


def _body() -> rx.Component:
    return rx.cond(
        State.is_done,
        notice(
            rx.el.p(rx.el.b(wording.DONE)),
            rx.el.p(wording.DONE_LINE),
            _ways(),
            kind="done",
            role="status",
        ),
        rx.cond(
            State.asked != "",
            notice(rx.el.p(State.asked), _ways(), role="status"),
            rx.cond(
                State.is_possible,
                _form(),
                notice(
                    rx.el.p(rx.el.b(wording.IMPOSSIBLE)),
                    rx.el.p(wording.IMPOSSIBLE_LINE),
                    _ways(),
                    kind="warn",
                ),
            ),
        ),
    )


def _ways() -> rx.Component:
    return rx.el.p(
        link(wording.TO_DOSSIER, to=_of(routes.DOSSIER), class_name="button"),
        link(wording.COPY_TITLE, to=_of(routes.COPY), class_name="button button--text"),
        class_name="row",
    )


def _of(route: str) -> rx.Var[str]:
    before, _, after = route.partition("[code]")
    return rx.Var.create(before) + State.code + after


def _form() -> rx.Component:
    reason = Field(
        "reason",
        wording.REASON,
        hint=wording.REASON_HINT,
        required=True,
        error=State.problems.get("reason", ""),
    )
    return rx.el.form(
        rx.cond(State.declined != "", notice(State.declined, kind="warn")),
        notice(
            rx.cond(State.is_at_once, wording.AT_ONCE, wording.BY_REQUEST), kind="warn"
        ),
        rx.el.section(
            rx.el.h2(wording.EFFECTS, class_name="h3"),
            rx.el.ul(
                rx.el.li(rx.cond(State.has_fee, wording.FEE_SOME, wording.FEE_NONE)),
                rx.el.li(wording.PAPERS),
                rx.cond(State.originals != "", rx.el.li(State.originals)),
                class_name="dots",
            ),
            class_name="card stack-s",
        ),
        rx.el.section(
            area_field(reason), _proof(), required_legend(), class_name="card stack"
        ),
        rx.el.div(
            link(
                wording.KEEP, to=_of(routes.DOSSIER), class_name="button button--text"
            ),
            rx.el.span(class_name="grow"),
            rx.cond(
                State.is_at_once,
                submit_button(wording.DO, State.busy, wording.DOING),
                submit_button(wording.DO_ASK, State.busy, wording.DOING),
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.withdraw,
        no_validate=True,
        class_name="stack-l",
    )


def _proof() -> rx.Component:
    lead_before, _, lead_after = wording.CODE_LEAD.partition("{contact}")
    return rx.cond(
        State.contact == "",
        rx.el.p(wording.NO_CONTACT, class_name="small muted"),
        rx.el.div(
            rx.el.h2(wording.CODE_TITLE, class_name="h3"),
            rx.cond(
                State.is_sent,
                _code(),
                rx.fragment(
                    rx.el.p(
                        lead_before,
                        rx.el.b(State.contact, class_name="num"),
                        lead_after,
                        id="code",
                    ),
                    rx.el.button(
                        wording.SEND_CODE,
                        type="button",
                        class_name="button button--quiet",
                        on_click=State.send_code,
                    ),
                ),
            ),
            class_name="stack-s",
        ),
    )


def _code() -> rx.Component:
    field = Field(
        "code",
        wording.CODE,
        hint=State.contact,
        required=True,
        error=State.problems.get("code", ""),
    )
    return rx.el.div(
        one_time_code(field),
        rx.el.p(State.delivery, role="status", class_name="small muted"),
        Countdown.create(
            rx.el.button(
                wording.RESEND,
                type="button",
                class_name="button button--text",
                on_click=State.send_code,
            ),
            seconds=State.resend_in,
            moment=State.resend_mark,
            words=code_words.RESEND_IN,
        ),
        class_name="stack-s",
    )
