"""Nộp hồ sơ, bước 2: thông tin (C11)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.acting import owner_facts
from dvc_app.components.eform_citizen import citizen_eform
from dvc_app.components.filing import next_button, step_form, step_page
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import error_summary, required_legend
from dvc_app.components.two_tabs import changed_elsewhere
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.wording import delegations
from dvc_app.wording import filing as wording

REQUIRED = {
    "submitter_name",
    "submitter_birth_date",
    "submitter_address",
    "submitter_phone",
    "applicant_name",
    "request",
    "copies",
}
NAME = {"auto_complete": "name", "spell_check": False, "auto_capitalize": "words"}
INPUTS: dict[str, dict[str, Any]] = {  # Any: props of an input
    "submitter_name": NAME,
    "submitter_birth_date": {"input_mode": "numeric", "auto_complete": "bday"},
    "submitter_address": {"auto_complete": "street-address"},
    "submitter_phone": {"type": "tel", "auto_complete": "tel"},
    "submitter_email": {"type": "email", "auto_complete": "email"},
    "submitter_paper_number": {"input_mode": "numeric"},
    "paper_issued_on": {"input_mode": "numeric"},
    "paper_issued_by": {},
    "applicant_name": NAME | {"auto_complete": "off"},
    "applicant_address": {"auto_complete": "off"},
    "copies": {"input_mode": "numeric"},
}


def filing_information_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "information",
        changed_elsewhere(),
        error_summary(FilingState),
        required_legend(),
        step_form(
            _submitter(),
            _dossier(),
            citizen_eform(),
            on_submit=EformState.go_on,
            main=next_button(),
            back=routes.FILE_AGENCY,
        ),
    )


def _submitter() -> rx.Component:
    names = [name for name in INPUTS if name.startswith(("submitter", "paper"))]
    return rx.el.fieldset(
        rx.el.legend(wording.SUBMITTER, class_name="h2"),
        rx.el.div(*[_line(name) for name in names], class_name="fields fields--2"),
        class_name="card stack",
    )


def _dossier() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(wording.DOSSIER, class_name="h2"),
        rx.cond(
            EformState.names_owner & (FilingState.owner.name == ""),
            rx.el.p(EformState.owner_hint, class_name="small muted"),
            rx.el.p(wording.DOSSIER_HINT, class_name="small muted"),
        ),
        rx.cond(
            FilingState.owner.name != "",
            _represented(),
            rx.cond(EformState.names_owner, rx.fragment(), _owner()),
        ),
        area_field(
            _field("request"),
            FilingState.values.get("request", ""),
            max_length=600,
            on_blur=lambda text: FilingState.save_field("request", text),
        ),
        rx.el.div(_line("copies"), class_name="fields fields--2"),
        class_name="card stack",
    )


def _represented() -> rx.Component:
    """Draw the owner one acts for: not asked again, but for a missing address."""
    return rx.fragment(
        owner_facts(FilingState.owner, wording.BADGES["delegation"]),
        rx.el.div(_line("applicant_address"), class_name="fields fields--2"),
    )


def _owner() -> rx.Component:
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(wording.LABELS["same_person"], class_name="required"),
            _person("yes", wording.SAME),
            _person("no", wording.OTHER_PERSON),
            class_name="field radios",
        ),
        rx.cond(
            FilingState.values.get("same_person", "yes") == "no",
            rx.fragment(
                rx.el.p(delegations.OTHER_HINT, class_name="small muted"),
                rx.el.div(
                    _line("applicant_name"),
                    _line("applicant_address"),
                    class_name="fields fields--2",
                ),
            ),
        ),
    )


def _person(value: str, words: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="same_person",
            value=value,
            default_checked=FilingState.values.get("same_person", "yes") == value,
            on_change=lambda chosen: FilingState.save_field("same_person", chosen),
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _line(name: str) -> rx.Component:
    return rx.el.div(
        text_field(
            _field(name),
            FilingState.values.get(name, ""),
            read_only=FilingState.fixed.get(name, False),
            enter_key_hint="next",
            on_blur=lambda text: FilingState.save_field(name, text),
            **INPUTS[name],
        ),
        rx.cond(
            FilingState.badges.get(name, "") != "",
            rx.el.span(FilingState.badges.get(name, ""), class_name="filled"),
        ),
    )


def _field(name: str) -> Field:
    is_required = name in REQUIRED
    return Field(
        name,
        wording.LABELS[name],
        hint=rx.cond(
            FilingState.fixed.get(name, False) & name.startswith("submitter"),
            wording.VERIFIED_HINT,
            wording.HINTS.get(name, ""),
        ),
        required=is_required,
        optional_words="" if is_required else wording.OPTIONAL,
        error=FilingState.problems.get(name, ""),
    )
