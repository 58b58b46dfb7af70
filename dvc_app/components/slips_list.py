"""The slips of a dossier (văn bản), each with its PDF."""

from typing import Any

import reflex as rx

from dvc_app.state.decision_rows import SlipRow
from dvc_app.wording import decisions as wording


def slips_list(rows: Any) -> rx.Component:
    """Return the list; without a slip, nothing."""
    # Any: a Var of rows.
    return rx.cond(
        rows.length() > 0,
        rx.el.div(
            rx.el.h3(wording.SLIPS),
            rx.el.ul(rx.foreach(rows, _slip), class_name="stack-s plain"),
            class_name="stack-s",
        ),
    )


def _slip(row: SlipRow) -> rx.Component:
    return rx.el.li(
        rx.el.a(row.name, href=row.href, target="_blank", rel="noopener"),
        rx.el.span(row.line, class_name="small muted block"),
        key=row.key,
    )
