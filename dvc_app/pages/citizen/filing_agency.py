"""Nộp hồ sơ, bước 1: đơn vị (C10), of a draft that exists."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.acting import principal_choice
from dvc_app.components.filing import next_button, step_form, step_page, unit_choice
from dvc_app.components.form.summary import error_summary, required_legend
from dvc_app.state.citizen.filing import FilingState


def filing_agency_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "agency",
        error_summary(FilingState),
        step_form(
            rx.el.div(
                unit_choice(
                    FilingState.units,
                    FilingState.unit_id,
                    FilingState.problems.get("agency", ""),
                ),
                class_name="card",
            ),
            rx.el.div(
                principal_choice(
                    FilingState.people,
                    FilingState.principal_id,
                    FilingState.choose_principal,
                ),
                class_name="card",
            ),
            required_legend(),
            on_submit=FilingState.choose_unit,
            main=next_button(),
            back=routes.FILE_INFORMATION,
        ),
    )
