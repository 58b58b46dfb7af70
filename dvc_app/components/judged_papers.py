"""The papers of a dossier as they were judged at reception, beside the one looked at."""

import reflex as rx

from dvc_app.components import dossier_parts as parts
from dvc_app.state.officer.dossier_rows import PaperRow
from dvc_app.state.officer.processing import ProcessingState as State
from dvc_app.wording import reception


def judged_papers() -> rx.Component:
    """Return the tab."""
    return rx.el.div(
        parts.viewer(State.viewed),
        rx.el.div(
            rx.cond(
                State.papers.rows.length() == 0,
                rx.el.p(reception.NO_PAPERS, class_name="muted"),
            ),
            rx.foreach(State.papers.rows, _paper),
            rx.cond(
                State.papers.others.length() > 0,
                rx.el.div(
                    rx.el.h2(reception.OTHER_FILES),
                    parts.file_buttons(State.papers.others, State.viewed, State.view),
                    class_name="check",
                ),
            ),
            class_name="stack",
        ),
        class_name="bench",
    )


def _paper(paper: PaperRow) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            parts.paper_head(paper),
            rx.cond(
                paper.is_ok,
                rx.el.span(reception.ACCEPTED, class_name="tag tag--done"),
                rx.cond(
                    paper.is_bad,
                    rx.el.span(reception.NOT_ACCEPTED, class_name="tag tag--late"),
                ),
            ),
            class_name="row check-row",
        ),
        parts.file_buttons(paper.files, State.viewed, State.view),
        rx.cond(
            paper.files.length() == 0,
            rx.el.p(reception.NO_FILE, class_name="small muted"),
        ),
        rx.cond(paper.reason != "", rx.el.p(paper.reason)),
        rx.cond(paper.judged != "", rx.el.p(paper.judged, class_name="small muted")),
        class_name=parts.paper_css(paper),
        key=paper.code,
    )
