"""Nộp hồ sơ, bước 3: thành phần hồ sơ (C12)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.filing import FORM_ID, next_button, step_form, step_page
from dvc_app.components.form.summary import error_summary
from dvc_app.components.papers import paper, undo_line
from dvc_app.components.uploader import in_flight
from dvc_app.components.usual_faults import usual_faults
from dvc_app.components.vault_picker import vault_dialog
from dvc_app.state.citizen.filing import Choice, FilingState
from dvc_app.state.public.usual_faults import DraftFaultsState
from dvc_app.wording import filing as wording
from dvc_app.wording import uploads


def filing_components_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "components",
        error_summary(FilingState),
        _cases(),
        rx.el.p(uploads.HINT, class_name="small muted"),
        usual_faults(DraftFaultsState),
        undo_line(),
        vault_dialog(),
        step_form(
            rx.el.section(
                rx.el.h2(wording.COMPONENTS, class_name="sr-only"),
                rx.foreach(FilingState.papers, paper),
                class_name="card papers",
            ),
            in_flight(FORM_ID, _place()),
            on_submit=FilingState.go_on,
            main=next_button(),
            back=routes.FILE_INFORMATION,
        ),
    )


def _place() -> rx.Var[str]:
    """Return how the addresses begin that the files of this draft are sent to."""
    before, _, _ = routes.API_UPLOADS.partition("{dossier_id}")
    return rx.Var.create(before) + FilingState.draft_id + "/"


def _cases() -> rx.Component:
    return rx.cond(
        FilingState.cases.length() > 1,
        rx.el.fieldset(
            rx.el.legend(wording.CASE, class_name="required"),
            rx.foreach(FilingState.cases, _case),
            rx.el.span(FilingState.problems.get("case_id", ""), class_name="error"),
            id="case_id",
            class_name="field radios card",
        ),
    )


def _case(case: Choice) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="case_id",
            value=case.value,
            default_checked=FilingState.values.get("case_id", "") == case.value,
            on_change=FilingState.choose_case(case.value),
        ),
        rx.el.span(case.words),
        class_name="tick",
    )
