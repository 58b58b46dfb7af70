"""How one component was received: kind of copy, how many, compared (O03)."""

from typing import Any

import reflex as rx

from dvc_app.state.officer.dossier_rows import PaperRow
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.state.officer.reception_acts import ReceptionActsState as Acts
from dvc_app.wording import reception as wording


def received_copy(paper: PaperRow) -> rx.Component:
    """Return the line; it opens where the officer may still say otherwise."""
    return rx.cond(
        ReceptionState.may_receive,
        rx.el.div(
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    checked=paper.is_compared,
                    on_change=Acts.compare(paper.code),
                ),
                wording.COMPARED,
                class_name="tick small",
            ),
            rx.el.details(
                rx.el.summary(paper.copy_line, class_name="small"),
                rx.el.div(
                    _choice(paper, "medium", wording.MEDIUM, wording.MEDIA),
                    _choice(paper, "kind", wording.KIND, wording.COPY_KINDS),
                    _count(paper),
                    class_name="copy-fields",
                ),
                class_name="grow",
            ),
            role="group",
            aria_label=paper.copy_label,
            class_name="row copy-row",
        ),
        rx.el.p(paper.copy_line, class_name="small muted"),
    )


def _choice(paper: PaperRow, part: str, label: str, words: Any) -> rx.Component:
    # Any: a table of words by kind.
    name = part + "." + paper.code
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.select(
            *[rx.el.option(text, value=str(key)) for key, text in words.items()],
            id=name,
            value=paper.medium if part == "medium" else paper.kind,
            on_change=Acts.keep_copy(paper.code, part),
        ),
        class_name="field",
    )


def _count(paper: PaperRow) -> rx.Component:
    name = "count." + paper.code
    return rx.el.div(
        rx.el.label(wording.COUNT, html_for=name),
        rx.el.input(
            id=name,
            type="text",
            input_mode="numeric",
            default_value=paper.count,
            on_blur=Acts.keep_copy(paper.code, "count"),
        ),
        class_name="field",
    )
