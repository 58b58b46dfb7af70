"""Nộp hồ sơ, bước 5: phí, lệ phí (C14)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.filing import next_button, step_form, step_page
from dvc_app.components.notice import notice
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_rows import FeeRow
from dvc_app.wording import filing as wording


def filing_fees_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "fees",
        step_form(
            rx.el.div(
                rx.cond(
                    FilingState.fees.length() == 0,
                    rx.el.p(wording.NO_FEES),
                    _table(),
                ),
                class_name="card stack",
            ),
            rx.cond(FilingState.fees.length() > 0, notice(wording.PAY_AT_COUNTER)),
            on_submit=FilingState.go_on,
            main=next_button(),
            back=routes.FILE_DELIVERY,
        ),
    )


def _table() -> rx.Component:
    return rx.fragment(
        rx.el.table(
            rx.el.caption(wording.HEADINGS["fees"], class_name="sr-only"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(wording.FEE_NAME, scope="col"),
                    rx.el.th(wording.FEE_AMOUNT, scope="col"),
                    rx.el.th(wording.FEE_NOTE, scope="col"),
                )
            ),
            rx.el.tbody(rx.foreach(FilingState.fees, _row)),
            class_name="table table--cards",
        ),
        rx.el.p(
            rx.el.span(wording.TOTAL), rx.el.span(FilingState.total), class_name="total"
        ),
    )


def _row(fee: FeeRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(fee.name, data_label=wording.FEE_NAME),
        rx.el.td(fee.amount, data_label=wording.FEE_AMOUNT, class_name="num"),
        rx.el.td(fee.note, data_label=wording.FEE_NOTE),
    )
