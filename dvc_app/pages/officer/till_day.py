"""Khóa sổ thu tiền mặt: the till is counted against the slips."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card, facts
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.till_day import DAY
from dvc_app.state.officer.till_day import TillDayState as State
from dvc_app.wording import till as wording


def till_day_page() -> rx.Component:
    """Compose the page."""
    return desk_shell(
        rx.cond(
            State.has_no_role,
            rx.el.div(
                rx.el.h1(wording.NO_ROLE_TITLE),
                rx.el.p(wording.NO_ROLE),
                class_name="stack column",
            ),
            rx.el.div(
                error_summary(State),
                rx.el.p(link(wording.BACK, to=routes.TILL), class_name="small crumbs"),
                rx.el.h1(wording.CLOSE_TITLE),
                rx.el.p(wording.CLOSE_LEAD, class_name="muted"),
                rx.cond(State.loaded, _day(), skeleton(4)),
                class_name="stack column",
            ),
        ),
        css="frame stack page",
    )


def _day() -> rx.Component:
    return rx.fragment(
        rx.el.form(
            text_field(
                Field(DAY, wording.DAY, error=State.problems.get(DAY, "")),
                State.day,
                input_mode="numeric",
            ),
            rx.el.button(
                wording.SHOW_DAY, type="submit", class_name="button button--quiet"
            ),
            on_submit=State.show,
            no_validate=True,
            key="ngay-" + State.day,
            class_name="till-search",
        ),
        card(
            State.day,
            facts((wording.EXPECTED, State.expected)),
            rx.cond(
                State.is_closed,
                _closed(),
                rx.cond(
                    State.may_close,
                    _count(),
                    rx.el.p(wording.ONLY_CLERKS, class_name="muted"),
                ),
            ),
        ),
    )


def _closed() -> rx.Component:
    return rx.el.div(
        notice(State.closed, kind="done"),
        rx.cond(State.difference != "", notice(State.difference, kind="warn")),
        class_name="stack-s",
    )


def _count() -> rx.Component:
    return rx.el.form(
        text_field(
            Field(
                "counted",
                wording.COUNTED,
                required=True,
                error=State.problems.get("counted", ""),
            ),
            input_mode="numeric",
            auto_complete="off",
        ),
        area_field(Field("note", wording.NOTE, error=State.problems.get("note", ""))),
        rx.el.div(
            submit_button(wording.CLOSE, State.busy, wording.BUSY), class_name="row"
        ),
        on_submit=State.close,
        no_validate=True,
        key=State.form_key,
        class_name="stack-s",
    )
