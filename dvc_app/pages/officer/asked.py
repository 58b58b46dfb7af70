"""Được xin ý kiến: the questions to an officer, and one of them (O05)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.link import link
from dvc_app.components.office_page import office_list, office_page
from dvc_app.state.officer.asked import AskedRow, PaperLink
from dvc_app.state.officer.asked import AskedState as State
from dvc_app.wording import handing as wording

HEADS = (
    wording.COLUMN_CODE,
    wording.COLUMN_QUESTION,
    wording.COLUMN_BY,
    wording.COLUMN_DUE,
    wording.COLUMN_STATE,
)


def asked_list_page() -> rx.Component:
    """Compose the list."""
    return office_list(
        State,
        wording.ASKED_LIST,
        wording.ASKED_LEAD,
        rx.cond(
            State.rows.length() > 0,
            rx.el.table(
                rx.el.caption(wording.ASKED_LIST, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in HEADS])),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards card",
            ),
            rx.el.p(wording.ASKED_EMPTY, class_name="card empty", role="status"),
        ),
    )


def _row(row: AskedRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            link(row.code, to=row.href, class_name="num"),
            data_label=wording.COLUMN_CODE,
        ),
        rx.el.td(row.question, data_label=wording.COLUMN_QUESTION),
        rx.el.td(row.by, data_label=wording.COLUMN_BY),
        rx.el.td(row.due, data_label=wording.COLUMN_DUE, class_name="num"),
        rx.el.td(
            rx.el.span(row.state, class_name=row.css), data_label=wording.COLUMN_STATE
        ),
        key=row.href,
    )


def asked_page() -> rx.Component:
    """Compose one question: the head, the papers, the answer; nothing else."""
    return office_page(
        State,
        wording.ASKED_TITLE,
        rx.el.header(
            rx.el.p(
                link(wording.BACK_TO_LIST, to=routes.ASKED), class_name="small crumbs"
            ),
            rx.el.p(
                rx.el.span(State.code, class_name="num"),
                " · ",
                State.unit,
                class_name="small muted",
            ),
            rx.el.h1(State.procedure),
            class_name="stack-s",
        ),
        rx.el.div(_question(), _papers(), class_name="dossier-grid"),
        held=State.named,
    )


def _question() -> rx.Component:
    field = Field(
        "answer",
        wording.ANSWER,
        required=True,
        error=State.problems.get("answer", ""),
    )
    form = rx.el.form(
        area_field(field),
        rx.el.button(wording.ANSWER_SEND, type="submit", class_name="button"),
        key=State.form_key,
        on_submit=State.send,
        no_validate=True,
        class_name="stack",
    )
    return rx.el.section(
        rx.el.h2(wording.QUESTION),
        rx.el.p(State.asked, class_name="small muted"),
        rx.el.p(State.question, class_name="typed"),
        rx.cond(
            State.answered != "",
            rx.el.div(
                rx.el.p(State.answered, class_name="small muted"),
                rx.el.p(State.answer, class_name="typed"),
                class_name="stack-s",
            ),
            rx.cond(
                State.is_open,
                rx.el.div(rx.el.p(State.due), form, class_name="stack"),
                rx.el.p(wording.CONFLICTS["opinion_closed"], class_name="muted"),
            ),
        ),
        class_name="card stack",
    )


def _papers() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PAPERS_SHOWN),
        rx.cond(
            State.papers.length() > 0,
            rx.el.ul(rx.foreach(State.papers, _paper), class_name="stack"),
            rx.el.p(wording.NO_PAPERS_SHOWN, class_name="muted"),
        ),
        class_name="card stack",
    )


def _paper(paper: PaperLink) -> rx.Component:
    return rx.el.li(
        rx.el.span(paper.name, class_name="small muted block"),
        rx.cond(
            State.is_open,
            rx.el.a(paper.file, href=paper.href, target="_blank", rel="noopener"),
            rx.el.span(paper.file),
        ),
        key=paper.href,
    )
