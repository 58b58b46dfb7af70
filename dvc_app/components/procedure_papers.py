"""The papers of a procedure, edited one by one (A02 “Thành phần hồ sơ”)."""

from typing import Any

import reflex as rx

from dvc_app.state.admin.procedure_edit import ProcedureEditState as State
from dvc_app.state.admin.procedure_papers import PaperEdit
from dvc_app.wording import procedure_changes as wording


def papers_editor() -> rx.Component:
    """Return every paper, folded, and the button that adds one."""
    return rx.el.section(
        rx.el.h3(wording.PART_PAPERS),
        rx.el.p(wording.PAPERS_LEAD, class_name="small muted"),
        rx.el.span(
            State.problems.get("papers", ""),
            id="papers",
            tab_index=-1,
            class_name="error",
        ),
        rx.el.ol(rx.foreach(State.papers, _paper), class_name="paper-edits"),
        rx.el.div(
            rx.el.button(
                wording.ADD_PAPER,
                type="button",
                on_click=State.add_paper,
                class_name="button button--quiet",
            ),
        ),
        class_name="card stack",
    )


def _paper(paper: PaperEdit, number: rx.Var[int]) -> rx.Component:
    place = "paper." + number.to_string()
    error = State.problems.get(place, "")
    return rx.el.li(
        rx.el.span(error, class_name="error"),
        rx.el.details(
            rx.el.summary(
                rx.el.span(paper.name),
                rx.cond(
                    paper.required,
                    rx.el.span(wording.PAPER_ALWAYS, class_name="tag"),
                ),
            ),
            _fields(paper),
            rx.el.div(
                _button(wording.UP, State.move_paper(paper.id, -1), paper),
                _button(wording.DOWN, State.move_paper(paper.id, 1), paper),
                _button(wording.REMOVE, State.remove_paper(paper.id), paper),
                class_name="row",
            ),
            open=(paper.key == "") | (error != ""),
        ),
        id=place,
        tab_index=-1,
        key=paper.id,
    )


def _fields(paper: PaperEdit) -> rx.Component:
    return rx.el.div(
        _text(paper, "name", wording.PAPER_NAME, paper.name),
        rx.el.div(
            _tick(paper, "required", wording.PAPER_REQUIRED, paper.required),
            rx.cond(
                paper.has_rule,
                _tick(paper, "keeps_rule", wording.PAPER_KEEPS_RULE, paper.keeps_rule),
            ),
            class_name="row step-options",
        ),
        _text(paper, "required_when", wording.PAPER_WHEN, paper.required_when),
        rx.el.div(
            _text(paper, "original", wording.PAPER_ORIGINAL, paper.original),
            _text(paper, "copies", wording.PAPER_COPY, paper.copies),
            _text(paper, "megabytes", wording.PAPER_MEGABYTES, paper.megabytes),
            _case(paper),
            class_name="step-fields",
        ),
        rx.el.div(
            rx.el.span(wording.PAPER_KINDS, class_name="small muted"),
            *[
                _tick(paper, kind, words, paper.kinds.contains(kind))
                for kind, words in wording.KIND_NAMES.items()
            ],
            class_name="row step-options",
        ),
        _text(paper, "note", wording.PAPER_NOTE, paper.note),
        _text(
            paper,
            "samples",
            wording.PAPER_SAMPLE,
            paper.samples,
            wording.PAPER_SAMPLE_HINT,
        ),
        class_name="stack",
    )


def _text(
    paper: PaperEdit, name: str, label: str, value: Any, hint: str = ""
) -> rx.Component:
    # Any: a Var of text.
    return rx.el.label(
        rx.el.span(label),
        rx.el.span(hint, class_name="hint") if hint else rx.fragment(),
        rx.el.input(
            default_value=value,
            on_blur=lambda typed: State.edit_paper(paper.id, name, typed),
            auto_complete="off",
        ),
        class_name="field",
    )


def _tick(paper: PaperEdit, name: str, words: str, is_on: Any) -> rx.Component:
    # Any: a Var of bool.
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=is_on,
            on_change=lambda on: State.toggle_paper(paper.id, name, on),
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _case(paper: PaperEdit) -> rx.Component:
    return rx.el.label(
        rx.el.span(wording.PAPER_CASE),
        rx.el.select(
            rx.foreach(
                State.cases,
                lambda case: rx.el.option(case.words, value=case.value),
            ),
            value=paper.case,
            on_change=lambda chosen: State.edit_paper(paper.id, "case", chosen),
        ),
        class_name="field",
    )


def _button(words: str, press: Any, paper: PaperEdit) -> rx.Component:
    # Any: an event of the state.
    return rx.el.button(
        words,
        rx.el.span(" ", paper.name, class_name="sr-only"),
        type="button",
        on_click=press,
        class_name="button button--quiet button--small",
    )
