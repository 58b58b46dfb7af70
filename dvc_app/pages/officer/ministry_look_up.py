"""Tra cứu dùng chung: the same frame with an officer's rights (O14)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.ministry_look_up import (
    answer,
    any_number,
    question_form,
    question_tabs,
)
from dvc_app.components.skeleton import skeleton
from dvc_app.state.base import AppState
from dvc_app.state.officer.ministry_look_up import OfficeLookUpState as State
from dvc_app.wording import ministry_look_up as wording


def office_look_up_page() -> rx.Component:
    """Compose the page."""
    return desk_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.OFFICE_TITLE),
            rx.el.p(wording.OFFICE_LEAD, class_name="muted"),
            rx.cond(
                AppState.is_intake,
                rx.el.p(
                    wording.PERSON,
                    " ",
                    link(wording.PERSON_LINK, to=routes.COUNTER),
                    class_name="small",
                ),
            ),
            class_name="stack-s",
        ),
        rx.cond(
            State.loaded,
            rx.fragment(
                question_tabs(),
                question_form(),
                answer(rx.cond(State.may_note, _note())),
                any_number(),
            ),
            skeleton(6),
        ),
        css="frame stack page",
    )


def _note() -> rx.Component:
    return rx.el.form(
        rx.el.h2(wording.NOTE),
        rx.el.p(wording.NOTE_LEAD, class_name="small muted"),
        text_field(
            Field(
                "dossier",
                wording.NOTE_CODE,
                wording.NOTE_HINT,
                required=True,
                error=State.problems.get("dossier", ""),
            ),
            auto_complete="off",
            spell_check=False,
        ),
        rx.el.button(wording.NOTE, type="submit", class_name="button button--quiet"),
        on_submit=State.note,
        no_validate=True,
        class_name="card stack",
    )
