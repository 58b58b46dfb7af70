"""Thành phần hồ sơ at the reception: file on the left, checklist on the right (O03)."""

import reflex as rx

from dvc_app.components import dossier_parts as parts
from dvc_app.components.reception_copy import received_copy
from dvc_app.state.officer.dossier_rows import FileRow, PaperRow
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.wording import reception as wording

State = ReceptionState


def checklist() -> rx.Component:
    """Return the viewer, and each paper with its verdict."""
    return rx.el.div(
        parts.viewer(State.viewed),
        rx.el.div(
            rx.cond(
                State.papers.rows.length() > 0,
                rx.el.p(State.progress, class_name="small muted", role="status"),
                rx.el.p(wording.NO_PAPERS, class_name="muted"),
            ),
            rx.foreach(State.papers.rows, _paper),
            rx.cond(
                State.papers.others.length() > 0,
                rx.el.div(
                    rx.el.h2(wording.OTHER_FILES),
                    _files(State.papers.others),
                    class_name="check",
                ),
            ),
            class_name="stack",
        ),
        class_name="bench",
    )


def _files(files: list[FileRow]) -> rx.Component:
    return parts.file_buttons(files, State.viewed, State.view)


def _paper(paper: PaperRow) -> rx.Component:
    fault = State.problems.get("component." + paper.code, "")
    return rx.el.div(
        rx.el.div(
            parts.paper_head(paper),
            rx.cond(State.may_receive & paper.needs_verdict, _verdict(paper)),
            class_name="row check-row",
        ),
        rx.cond(fault != "", rx.el.p(fault, class_name="error")),
        _files(paper.files),
        rx.cond(paper.no_file != "", rx.el.p(paper.no_file, class_name="small muted")),
        rx.cond(
            paper.is_bad,
            rx.cond(State.may_receive, _reason(paper), rx.el.p(paper.reason)),
        ),
        rx.cond(paper.note != "", rx.el.p(paper.note, class_name="small paper-note")),
        rx.cond(paper.needs_verdict, received_copy(paper)),
        rx.cond(paper.judged != "", rx.el.p(paper.judged, class_name="small muted")),
        id="component." + paper.code,
        class_name=parts.paper_css(paper),
        custom_attrs={"data-paper": paper.code},
        key=paper.code,
    )


def _verdict(paper: PaperRow) -> rx.Component:
    def choice(words: str, is_accepted: bool, css: str) -> rx.Component:
        return rx.el.label(
            rx.el.input(
                type="radio",
                name="verdict." + paper.code,
                checked=paper.is_ok if is_accepted else paper.is_bad,
                on_change=State.judge(paper.code, is_accepted),
            ),
            words,
            class_name=css,
        )

    return rx.el.fieldset(
        rx.el.legend(paper.verdict_label, class_name="sr-only"),
        choice(wording.ACCEPTED, True, "good"),
        choice(wording.NOT_ACCEPTED, False, "bad"),
        class_name="segmented",
    )


def _reason(paper: PaperRow) -> rx.Component:
    fault = State.problems.get("reason." + paper.code, "")
    return rx.el.div(
        rx.el.label(wording.REASON, html_for="choice." + paper.code),
        rx.el.select(
            rx.el.option(wording.CHOOSE_REASON, value="", disabled=True),
            rx.foreach(
                State.reasons, lambda one: rx.el.option(one.words, value=one.key)
            ),
            rx.el.option(wording.OTHER_REASON, value=wording.OTHER),
            id="choice." + paper.code,
            value=paper.choice,
            aria_label=paper.reason_label,
            class_name="reason",
            on_change=State.choose_reason(paper.code),
        ),
        rx.cond(
            paper.choice == wording.OTHER,
            rx.fragment(
                rx.el.label(
                    wording.OTHER_REASON_LABEL, html_for="reason." + paper.code
                ),
                rx.el.span(wording.OTHER_REASON_HINT, class_name="hint"),
                rx.cond(fault != "", rx.el.span(fault, class_name="error")),
                rx.el.textarea(
                    id="reason." + paper.code,
                    default_value=paper.reason,
                    rows="3",
                    on_blur=State.write_reason(paper.code),
                ),
            ),
        ),
        class_name="field",
    )
