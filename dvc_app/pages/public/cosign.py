"""Cùng ký hồ sơ, bằng đường dẫn được gửi (C14)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.cosign import CosignPageState as State
from dvc_app.state.public.cosign import LineRow
from dvc_app.wording import cosigning as wording
from dvc_app.wording import register


def cosign_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        error_summary(State),
        rx.el.h1(wording.TITLE),
        rx.cond(
            State.is_ready,
            rx.cond(State.is_missing, _missing(), _invitation()),
            skeleton(6),
        ),
        css="frame column stack-l page",
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.NOTHING_TITLE, class_name="h3"),
        rx.el.p(wording.NOTHING),
        link(wording.TO_HOME, to=routes.HOME, class_name="button button--quiet"),
        class_name="card stack",
    )


def _invitation() -> rx.Component:
    return rx.cond(
        State.outcome != "",
        rx.el.div(
            rx.el.h2(State.outcome, class_name="h3"),
            rx.el.p(State.outcome_hint),
            class_name="card stack-s",
            role="status",
        ),
        rx.cond(State.is_known, rx.fragment(_what(), _sign()), _who()),
    )


def _who() -> rx.Component:
    """Ask whose link it is, before anything of the dossier is shown."""
    return rx.el.section(
        rx.el.h2(wording.WHO_TITLE, class_name="h3"),
        rx.el.p(wording.WHO_LEAD),
        rx.el.form(
            text_field(
                Field(
                    "cosigner",
                    wording.WHO,
                    hint=wording.WHO_HINT,
                    required=True,
                    error=State.problems.get("cosigner", ""),
                ),
                auto_complete="name",
                spell_check=False,
            ),
            submit_button(wording.OPEN, State.busy, wording.OPENING),
            on_submit=State.give_name,
            no_validate=True,
            class_name="stack",
        ),
        rx.el.div(
            rx.el.button(
                wording.NOT_ME,
                type="button",
                class_name="as-link",
                on_click=State.disown,
            ),
            rx.el.p(wording.NOT_ME_HINT, class_name="small muted"),
        ),
        class_name="card stack",
    )


def _what() -> rx.Component:
    return rx.el.section(
        rx.el.p(rx.el.b(State.name)),
        rx.el.p(State.submitter, " ", wording.READ_FIRST),
        rx.el.dl(
            rx.el.dt(wording.PROCEDURE),
            rx.el.dd(State.procedure),
            rx.el.dt(wording.UNIT),
            rx.el.dd(State.unit),
            class_name="facts",
        ),
        rx.el.h2(wording.CONTENT, class_name="h3"),
        rx.el.dl(rx.foreach(State.lines, _line), class_name="facts signed-lines"),
        rx.el.h2(wording.FILES, class_name="h3"),
        rx.cond(
            State.files.length() > 0,
            rx.el.ul(
                rx.foreach(State.files, lambda name: rx.el.li(name)),
                class_name="dotted",
            ),
            rx.el.p(wording.NO_FILES, class_name="muted"),
        ),
        class_name="card stack",
    )


def _line(line: LineRow) -> rx.Component:
    return rx.fragment(
        rx.cond(line.group != "", rx.el.dt(rx.el.b(line.group), class_name="whole")),
        rx.el.dt(line.label),
        rx.el.dd(line.text, class_name="typed"),
    )


def _sign() -> rx.Component:
    return rx.el.section(
        notice(State.until),
        rx.cond(
            State.by_account,
            rx.el.button(
                wording.SIGN_BY_ACCOUNT,
                type="button",
                class_name="button",
                on_click=State.sign_by_account,
            ),
            rx.cond(State.has_code, _code(), _ask()),
        ),
        rx.el.button(
            wording.REFUSE,
            type="button",
            class_name="button button--text",
            on_click=State.refuse,
        ),
        class_name="card stack",
    )


def _ask() -> rx.Component:
    before, _, after = wording.SEND_CODE.partition("{contact}")
    return rx.el.button(
        before,
        State.contact,
        after,
        type="button",
        class_name="button",
        on_click=State.send_code,
    )


def _code() -> rx.Component:
    before, _, after = wording.CODE_SENT.partition("{contact}")
    return rx.el.div(
        rx.el.p(before, rx.el.b(State.contact, class_name="num"), after),
        rx.el.form(
            one_time_code(
                Field(
                    "code",
                    wording.CODE,
                    wording.CODE_HINT,
                    required=True,
                    error=State.problems.get("code", ""),
                )
            ),
            submit_button(wording.SIGN, State.busy, wording.SIGNING),
            on_submit=State.sign,
            no_validate=True,
            class_name="stack",
        ),
        rx.el.p(
            register.NOT_RECEIVED,
            " ",
            Countdown.create(
                rx.el.button(
                    wording.SEND_AGAIN,
                    type="button",
                    class_name="button button--text",
                    on_click=State.send_code,
                ),
                seconds=State.resend_in,
                moment=State.resend_mark,
                words=register.RESEND_IN,
            ),
            class_name="row",
        ),
        class_name="stack",
    )
