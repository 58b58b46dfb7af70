"""Tra cứu qua “Hỗ trợ” (C26)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import page_shell
from dvc_app.components.ministry_look_up import (
    answer,
    any_number,
    question_form,
    question_tabs,
)
from dvc_app.components.public import waiting
from dvc_app.state.ministry_look_up import MinistryLookUpState as State
from dvc_app.wording import frame
from dvc_app.wording import ministry_look_up as wording


def ministry_look_up_page() -> rx.Component:
    """Compose the look-ups: one frame for all registers."""
    return page_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(rx.cond(State.loaded, State.title, wording.TITLE)),
            rx.el.p(wording.LEAD, class_name="lead"),
            class_name="stack",
        ),
        rx.cond(
            State.loaded,
            rx.fragment(question_tabs(), question_form(), answer(), any_number()),
            waiting(5),
        ),
        rx.el.noscript(rx.el.p(frame.NEEDS_SCRIPT, class_name="notice")),
        active=routes.HELP,
        css="frame stack-l page",
    )
