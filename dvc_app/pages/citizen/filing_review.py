"""Nộp hồ sơ, bước 6: xác nhận và nộp (C14)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.filing import (
    FORM_ID,
    SAVED_ID,
    of_draft,
    step_form,
    step_page,
    why,
)
from dvc_app.components.filing_terms import (
    cosign_panel,
    delivery_lines,
    fee_lines,
)
from dvc_app.components.form.fields import Field, check_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.form_sheet import form_sheet_link
from dvc_app.components.human_proof import human_proof
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_review import AnswerRow, FilingReviewState, GapRow
from dvc_app.state.citizen.paper_rows import FileRow, PaperRow
from dvc_app.wording import filing as wording
from dvc_app.wording import machine_checks

State = FilingReviewState


def filing_review_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "review",
        error_summary(State),
        rx.cond(
            State.loaded & (State.draft_id == FilingState.draft_id),
            _review(),
            skeleton(6),
        ),
    )


def _review() -> rx.Component:
    return rx.el.div(
        rx.cond(State.gaps.length() > 0, _gaps()),
        _findings(),
        _card(
            wording.STEPS["agency"],
            routes.FILE_AGENCY,
            rx.el.p(FilingState.agency_name),
        ),
        _card(
            wording.CARDS,
            routes.FILE_INFORMATION,
            rx.el.dl(rx.foreach(State.answers, _answer), class_name="facts"),
        ),
        form_cards(State.form, of_draft(routes.FILE_INFORMATION)),
        form_sheet_link(State.form_href),
        _card(
            wording.FILES,
            routes.FILE_COMPONENTS,
            rx.cond(
                State.papers.length() > 0,
                rx.el.ul(rx.foreach(State.papers, _paper), class_name="stack-s"),
                rx.el.p(wording.NO_PAPERS, class_name="muted"),
            ),
        ),
        _card(
            wording.STEPS["delivery"],
            routes.FILE_DELIVERY,
            delivery_lines(),
        ),
        _card(wording.STEPS["fees"], routes.FILE_FEES, fee_lines()),
        cosign_panel(),
        rx.cond(FilingState.due_day != "", _due()),
        rx.cond(State.gaps.length() == 0, _last_step()),
        class_name="stack-l",
    )


def _card(title: str, back: str, *children: rx.Component) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(title, class_name="h3"),
            rx.el.span(style={"flex": "1"}),
            link(
                wording.EDIT,
                to=of_draft(back),
                aria_label=wording.EDIT_NAMED.format(what=title.lower()),
            ),
            class_name="row",
        ),
        *children,
        class_name="card stack-s",
    )


def _gaps() -> rx.Component:
    return notice(
        rx.el.b(wording.NEEDS_WORK),
        rx.el.ul(rx.foreach(State.gaps, _gap)),
        kind="warn",
        role="status",
    )


def _findings() -> rx.Component:
    """Say what the reception will be told, in the same words (N10)."""
    return rx.cond(
        State.findings.length() > 0,
        notice(
            rx.el.b(machine_checks.TITLE),
            rx.el.ul(rx.foreach(State.findings, _gap)),
            rx.el.p(machine_checks.SAME_LIST, class_name="small"),
            kind="warn",
            role="status",
        ),
        rx.cond(
            State.gaps.length() == 0,
            rx.el.p("✓ ", machine_checks.NOTHING, class_name="saved"),
        ),
    )


def _gap(gap: GapRow) -> rx.Component:
    return rx.el.li(link(gap.words, to=gap.address))


def _answer(answer: AnswerRow) -> rx.Component:
    return rx.fragment(
        rx.el.dt(answer.label),
        rx.el.dd(answer.text, class_name=rx.cond(answer.is_given, "typed", "muted")),
    )


def _paper(paper: PaperRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(paper.name, class_name="paper-name"),
        rx.cond(
            paper.files.length() > 0,
            rx.el.ul(rx.foreach(paper.files, _file)),
            rx.el.p(wording.NOT_GIVEN, class_name="muted small"),
        ),
    )


def _file(file: FileRow) -> rx.Component:
    return rx.el.li(
        rx.el.a(file.name, href=file.address, target="_blank"),
        " ",
        rx.el.span(file.details, class_name="small muted"),
    )


def _due() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            wording.DUE, " ", rx.el.b(FilingState.due_day), " ", wording.DUE_IF, "."
        ),
        why(),
        class_name="notice",
    )


def _last_step() -> rx.Component:
    """Hand in; or pay first, and then hand in with one press."""
    return rx.cond(
        State.pays_first,
        rx.cond(
            State.is_paid,
            _paid(),
            rx.cond(State.is_closed, _paying(), _pledge(State.pay, State.pay_words)),
        ),
        _pledge(State.submit, wording.SUBMIT),
    )


def _paid() -> rx.Component:
    return rx.el.div(
        notice(
            rx.el.b(wording.PAID_FIRST),
            " ",
            rx.cond(
                State.files_itself != "",
                rx.el.span(
                    wording.FILES_ITSELF,
                    " ",
                    rx.el.b(State.files_itself, "."),
                ),
            ),
            kind="done",
        ),
        step_form(
            on_submit=State.submit,
            main=_main(wording.AGREE),
            back=routes.FILE_FEES,
        ),
        class_name="stack",
    )


def _paying() -> rx.Component:
    """The draft is closed while its payment is open: go on paying, or open it."""
    return rx.el.div(
        notice(rx.el.b(wording.PAYING), " ", wording.PAYING_HOW, kind="warn"),
        rx.el.div(
            rx.el.button(
                wording.REOPEN,
                type="button",
                on_click=State.reopen,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        step_form(
            on_submit=State.pay,
            main=_main(State.pay_words),
            back=routes.FILE_FEES,
        ),
        class_name="stack",
    )


def _pledge(on_submit: Any, words: Any) -> rx.Component:
    # Any: an event handler, and a Var or a text.
    return step_form(
        rx.el.div(
            check_field(
                Field(
                    "pledge",
                    wording.PLEDGE,
                    required=True,
                    error=State.problems.get("pledge", ""),
                )
            ),
            human_proof(
                always=True,
                spent=State.attempt,
                error=State.problems.get("picture", ""),
            ),
            class_name="card stack",
        ),
        on_submit=on_submit,
        main=_main(words),
        back=routes.FILE_FEES,
    )


def _main(words: Any) -> rx.Component:
    # Any: a Var or a text.
    return rx.el.button(
        words,
        type="submit",
        form=FORM_ID,
        class_name="button button--last",
        aria_describedby=SAVED_ID,
    )
