"""“Xem như người dân”: the page of a procedure, drawn before anybody reads it (A02)."""

from typing import Any

import reflex as rx

from dvc_app.components.procedure_parts import answers, fees, papers, warnings, ways
from dvc_app.components.public import places
from dvc_app.state.public.procedure import OfficialPart
from dvc_app.wording import procedure as page
from dvc_app.wording import procedure_changes as wording


def preview(state: Any) -> rx.Component:
    """Return the page as citizens will read it; nothing on it can be pressed."""
    # Any: a State class with what PreviewState holds.
    view = state.preview
    return rx.el.section(
        rx.el.h2(wording.PREVIEW_TITLE),
        rx.el.p(wording.PREVIEW_LEAD, class_name="small muted"),
        rx.el.div(
            _head(view),
            answers(view),
            papers(view),
            fees(view),
            ways(view),
            _units(state),
            _official(state),
            class_name="procedure stack-l card as-citizen",
        ),
        class_name="stack",
    )


def _head(view: Any) -> rx.Component:
    # Any: a Var of a ProcedureView.
    return rx.el.header(
        rx.el.p(
            rx.cond(view.sector != "", rx.el.span(view.sector + " · ")),
            rx.el.span(view.code_words, class_name="num"),
            " ",
            rx.el.span(view.level, class_name=view.level_tag),
            class_name="small muted",
        ),
        rx.el.h2(view.name),
        rx.cond(view.plain != "", rx.el.p(view.plain, class_name="lead column")),
        rx.cond(view.summary != "", rx.el.p(view.summary, class_name="muted column")),
        warnings(view),
        rx.cond(
            view.file_href != "",
            rx.el.p(
                rx.el.span(
                    page.APPLY, class_name="button is-off", aria_disabled="true"
                ),
                " ",
                rx.el.span(wording.PREVIEW_APPLY_NOTE, class_name="small muted"),
            ),
        ),
        class_name="stack",
    )


def _units(state: Any) -> rx.Component:
    # Any: as in `preview`.
    return rx.el.section(
        rx.el.h2(page.UNITS),
        rx.cond(
            state.preview.no_units != "",
            rx.el.p(state.preview.no_units),
            places(state.preview_units),
        ),
        rx.cond(
            state.preview_units_words != "",
            rx.el.p(state.preview_units_words, class_name="small muted"),
        ),
        class_name="stack",
    )


def _official(state: Any) -> rx.Component:
    # Any: as in `preview`.
    return rx.el.details(
        rx.el.summary(page.OFFICIAL),
        rx.foreach(state.preview_official, _part),
        class_name="official",
    )


def _part(part: OfficialPart) -> rx.Component:
    return rx.el.section(
        rx.el.h3(part.title), rx.foreach(part.lines, rx.el.p), class_name="column"
    )
