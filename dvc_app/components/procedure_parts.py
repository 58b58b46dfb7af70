"""Parts of a procedure's page (C09), which administrators see before it is read (A02)."""

from typing import Any

import reflex as rx

from dvc_app.components.notice import notice
from dvc_app.state.public.procedure import ProcedureState
from dvc_app.state.public.procedure_view import CaseRow, FeeRow, PaperRow, WayRow
from dvc_app.wording import procedure as wording

VIEW: Any = ProcedureState.view  # Any: a Var of a ProcedureView, as in all of these


def warnings(view: Any = VIEW) -> rx.Component:
    """Return what a person must know first: suspended, elsewhere, at the counter."""
    return rx.fragment(
        rx.cond(
            view.suspended_words != "",
            notice(
                rx.el.b(view.suspended_words), " ", view.suspended_reason, kind="warn"
            ),
        ),
        rx.cond(view.elsewhere_words != "", notice(view.elsewhere_words, kind="warn")),
        rx.cond(
            view.national_words != "",
            notice(
                view.national_words,
                " ",
                rx.el.a(
                    wording.NATIONAL_LINK,
                    href=wording.NATIONAL_ADDRESS,
                    rel="noreferrer",
                    target="_blank",
                ),
            ),
        ),
        rx.cond(view.is_counter_only, notice(wording.AT_COUNTER)),
    )


def answers(view: Any = VIEW) -> rx.Component:
    """Return what people ask first: how long, how much, who, what, where."""
    pairs = (
        (wording.HOW_LONG, view.days, view.days_note),
        (wording.HOW_MUCH, view.price, ""),
        (wording.WHO, view.who, ""),
        (wording.RESULT, view.result, ""),
        (wording.WHERE, rx.cond(view.no_units != "", "", view.units_count), ""),
    )
    return rx.el.dl(
        *[_answer(title, answer, note) for title, answer, note in pairs],
        aria_label=wording.ANSWERS,
        class_name="answers card card--lift",
    )


def _answer(title: str, answer: Any, note: Any) -> rx.Component:
    # Any: Vars of text.
    return rx.cond(
        answer != "",
        rx.el.div(
            rx.el.dt(title),
            rx.el.dd(
                answer,
                rx.cond(
                    rx.Var.create(note) != "",
                    rx.el.span(note, class_name="small muted answer-note"),
                ),
            ),
            class_name="answer",
        ),
    )


def ways(view: Any = VIEW) -> rx.Component:
    """Return how a dossier may be handed in, each with its own limit."""
    return rx.cond(
        view.ways.length() > 0,
        rx.el.section(
            rx.el.h2(wording.CHANNELS),
            rx.el.ul(rx.foreach(view.ways, _way), class_name="ways"),
            class_name="stack",
        ),
    )


def _way(way: WayRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(way.channel),
        rx.el.span(way.limit),
        rx.cond(way.note != "", rx.el.span(way.note, class_name="small muted")),
        class_name="card",
    )


def papers(view: Any = VIEW) -> rx.Component:
    """Return the papers by case: what to hand in, what to show, what only when."""
    return rx.el.section(
        rx.el.h2(wording.PAPERS),
        rx.cond(
            view.cases.length() > 0,
            rx.fragment(
                rx.el.p(wording.REQUIRED_LEGEND, class_name="small muted"),
                rx.foreach(view.cases, _case),
            ),
            rx.el.p(wording.PAPERS_NONE),
        ),
        class_name="stack",
    )


def _case(case: CaseRow) -> rx.Component:
    return rx.el.div(
        rx.el.h3(case.title, class_name="case-title"),
        rx.el.ul(rx.foreach(case.papers, _paper)),
        class_name="card case",
    )


def _paper(paper: PaperRow) -> rx.Component:
    return rx.el.li(
        rx.cond(
            paper.is_paper,
            rx.el.div(
                rx.el.b(paper.name, class_name=rx.cond(paper.required, "required", "")),
                rx.foreach(
                    paper.tags, lambda tag: rx.el.span(tag, class_name="tag num")
                ),
                class_name="row",
            ),
            rx.el.p(paper.name, class_name="small"),
        ),
        rx.cond(paper.note != "", rx.el.p(paper.note, class_name="small muted")),
        class_name="paper",
    )


def fees(view: Any = VIEW) -> rx.Component:
    """Return what is to be paid, by kind and channel."""
    return rx.el.section(
        rx.el.h2(wording.FEES),
        rx.cond(
            view.fees.length() > 0,
            rx.el.table(
                rx.el.caption(wording.FEES, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(
                        rx.el.th(wording.COLUMN_FEE, scope="col"),
                        rx.el.th(wording.COLUMN_AMOUNT, scope="col"),
                        rx.el.th(wording.COLUMN_WHEN, scope="col"),
                    )
                ),
                rx.el.tbody(rx.foreach(view.fees, _fee)),
                class_name="table table--cards card",
            ),
            rx.el.p(wording.FEES_NONE, class_name="muted"),
        ),
        class_name="stack",
    )


def _fee(fee: FeeRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(fee.kind, custom_attrs={"data-label": wording.COLUMN_FEE}),
        rx.el.td(
            rx.el.b(fee.amount), custom_attrs={"data-label": wording.COLUMN_AMOUNT}
        ),
        rx.el.td(
            rx.el.span(
                fee.channel,
                rx.cond(
                    fee.note != "",
                    rx.el.span(" · " + fee.note, class_name="muted small"),
                ),
            ),
            custom_attrs={"data-label": wording.COLUMN_WHEN},
        ),
    )
