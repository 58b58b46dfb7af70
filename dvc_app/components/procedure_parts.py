"""Papers and fees of a procedure, as its page shows them (C09)."""

import reflex as rx

from dvc_app.state.public.procedure import ProcedureState
from dvc_app.state.public.procedure_view import CaseRow, FeeRow, PaperRow
from dvc_app.wording import procedure as wording

VIEW = ProcedureState.view


def papers() -> rx.Component:
    """Return the papers by case: what to hand in, what to show, what only when."""
    return rx.el.section(
        rx.el.h2(wording.PAPERS),
        rx.cond(
            VIEW.cases.length() > 0,
            rx.fragment(
                rx.el.p(wording.REQUIRED_LEGEND, class_name="small muted"),
                rx.foreach(VIEW.cases, _case),
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


def fees() -> rx.Component:
    """Return what is to be paid, by kind and channel."""
    return rx.el.section(
        rx.el.h2(wording.FEES),
        rx.cond(
            VIEW.fees.length() > 0,
            rx.el.table(
                rx.el.caption(wording.FEES, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(
                        rx.el.th(wording.COLUMN_FEE, scope="col"),
                        rx.el.th(wording.COLUMN_AMOUNT, scope="col"),
                        rx.el.th(wording.COLUMN_WHEN, scope="col"),
                    )
                ),
                rx.el.tbody(rx.foreach(VIEW.fees, _fee)),
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
