"""Dự thảo kết quả: template, texts, preview, then attached (O05)."""

import reflex as rx

from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.draft_result import DraftResultState as State
from dvc_app.state.officer.draft_result import TemplateRow
from dvc_app.wording import signing as wording

SHORT = ("title", "series", "signer_title")


def draft_result_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(missing=wording.NOT_OPEN, no_role=wording.NOT_OPEN)
    return office_page(
        State,
        wording.DRAFT_TITLE,
        rx.el.div(
            link(wording.TO_DOSSIER, to=State.back),
            rx.el.h1(
                rx.cond(State.is_correction, wording.CORRECT_TITLE, wording.DRAFT_TITLE)
            ),
            rx.el.p(
                State.code,
                ". ",
                rx.cond(State.is_correction, wording.CORRECT_LEAD, wording.DRAFT_LEAD),
                class_name="muted",
            ),
            class_name="stack-s",
        ),
        rx.cond(
            State.templates.length() > 0,
            rx.el.div(_form(), _preview(), class_name="bench"),
            rx.el.p(wording.NO_TEMPLATES, class_name="card"),
        ),
        held=State.code,
        words=words,
    )


def _form() -> rx.Component:
    chooser = select_field(
        Field("template", wording.TEMPLATE),
        rx.foreach(State.templates, _option),
        value=State.chosen,
        on_change=State.choose,
    )
    return rx.el.div(
        chooser,
        rx.el.form(
            *[_field(name, label) for name, label in wording.FIELDS.items()],
            rx.cond(State.is_correction, _reason()),
            rx.el.button(
                wording.PREVIEW,
                type="submit",
                class_name=rx.cond(
                    State.preview != "", "button button--quiet", "button"
                ),
            ),
            key=State.form_key,
            on_submit=State.look,
            no_validate=True,
            class_name="stack",
        ),
        class_name="card stack",
    )


def _option(row: TemplateRow) -> rx.Component:
    return rx.el.option(row.name, value=row.key)


def _field(name: str, label: str) -> rx.Component:
    field = Field(name, label, error=State.problems.get(name, ""))
    value = State.fields.get(name, "")
    return text_field(field, value) if name in SHORT else area_field(field, value)


def _reason() -> rx.Component:
    return area_field(
        Field(
            "reason",
            wording.REASON,
            required=True,
            error=State.problems.get("reason", ""),
        )
    )


def _preview() -> rx.Component:
    return rx.cond(
        State.preview != "",
        rx.el.div(
            rx.el.iframe(
                src=State.preview, title=wording.PREVIEW, class_name="viewer-frame"
            ),
            rx.el.p(
                rx.el.a(
                    wording.PREVIEW,
                    href=State.preview,
                    target="_blank",
                    rel="noopener",
                )
            ),
            rx.el.button(
                rx.cond(State.is_correction, wording.PROPOSE, wording.ATTACH),
                type="button",
                class_name="button",
                on_click=State.attach,
            ),
            class_name="card stack",
        ),
        rx.el.p(wording.DRAFT_LEAD, class_name="card muted"),
    )
