"""Trả lời đề nghị sửa giấy tờ: the paper beside what is asked and the answer (C23)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import card, facts, viewer
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.correction import BeforeRow, Fact
from dvc_app.state.officer.correction import CorrectionState as State
from dvc_app.wording import corrections as wording


def correction_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(
        missing_title=wording.MISSING_TITLE,
        missing=wording.MISSING,
        back=wording.BACK,
        back_to=routes.CORRECTIONS,
    )
    return office_page(
        State, wording.ONE_TITLE, _request(), held=State.named, words=words
    )


def _request() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.p(
                link(wording.BACK, to=routes.CORRECTIONS),
                " › ",
                wording.ONE_TITLE,
                class_name="small crumbs",
            ),
            rx.el.h1(State.title),
            rx.el.p(State.asked, class_name="muted"),
            class_name="stack-s",
        ),
        rx.el.div(
            rx.el.div(
                rx.cond(State.file.id != "", viewer(State.file), notice(State.no_file)),
                _paper(),
                class_name="stack",
            ),
            rx.el.div(_wanted(), _answer(), _before(), class_name="stack first-phone"),
            class_name="dossier-grid",
        ),
        class_name="stack",
    )


def _wanted() -> rx.Component:
    return card(
        wording.WANTED,
        facts(
            (wording.WHICH, State.field),
            (State.stands, State.present),
            (wording.SHOULD, rx.el.b(State.proposed)),
            (wording.WHY, State.note),
        ),
    )


def _answer() -> rx.Component:
    return card(
        wording.REPLY,
        rx.cond(
            State.answer != "",
            rx.el.p(State.answer, class_name=State.answer_kind, role="status"),
            rx.cond(State.may_decide, _forms(), notice(wording.ONLY_DECIDERS)),
        ),
    )


def _forms() -> rx.Component:
    problem = State.problems
    return rx.el.div(
        rx.el.form(
            text_field(
                Field(
                    "written",
                    wording.WRITTEN,
                    rx.cond(State.is_day, wording.DAY_HINT, wording.WRITTEN_HINT),
                    required=True,
                    error=problem.get("written", ""),
                ),
                State.proposed,
                auto_complete="off",
                spell_check=False,
                max_length=200,
            ),
            rx.el.div(
                submit_button(wording.MEND, State.busy, wording.MENDING),
                class_name="row",
            ),
            on_submit=State.mend,
            no_validate=True,
            class_name="stack",
        ),
        rx.el.details(
            rx.el.summary(wording.DECLINE_TITLE),
            rx.el.form(
                area_field(
                    Field(
                        "reason",
                        wording.REASON,
                        wording.REASON_HINT,
                        required=True,
                        error=problem.get("reason", ""),
                    ),
                    max_length=500,
                ),
                rx.el.div(
                    rx.el.button(
                        wording.DECLINE,
                        type="submit",
                        class_name="button button--quiet",
                        disabled=State.busy,
                    ),
                    class_name="row",
                ),
                on_submit=State.decline,
                no_validate=True,
                class_name="stack",
            ),
            class_name="fold",
            open=rx.cond(problem.contains("reason"), True, False),
        ),
        key=State.form_key,
        class_name="stack",
    )


def _paper() -> rx.Component:
    return rx.cond(
        State.facts.length() > 0,
        card(
            wording.FACTS, rx.el.dl(rx.foreach(State.facts, _fact), class_name="facts")
        ),
    )


def _fact(fact: Fact) -> rx.Component:
    return rx.fragment(
        rx.el.dt(fact.name),
        rx.el.dd(rx.cond(fact.is_asked, rx.el.mark(fact.value), fact.value)),
    )


def _before() -> rx.Component:
    return rx.cond(
        State.before.length() > 0,
        card(
            wording.BEFORE_TITLE,
            rx.el.ul(rx.foreach(State.before, _earlier), class_name="stack-s"),
        ),
    )


def _earlier(row: BeforeRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.line),
        rx.cond(row.reason != "", rx.el.p(row.reason, class_name="small")),
        rx.el.p(row.by, class_name="small muted num"),
    )
