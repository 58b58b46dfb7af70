"""“Những lỗi hay gặp”: what the office returned, told to who comes next (N10)."""

from typing import Any

import reflex as rx

from dvc_app.state.public.usual_faults import FaultRow
from dvc_app.wording import common_faults as wording


def usual_faults(state: Any) -> rx.Component:
    """Return the list, or nothing where nothing was counted."""
    # Any: a state class; the framework's vars have no common type.
    return rx.cond(
        state.usual.length() > 0,
        rx.el.section(
            rx.el.h2(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            rx.el.ul(
                rx.foreach(state.usual, _fault), class_name="stack-s usual-faults"
            ),
            class_name="card stack",
        ),
    )


def _fault(fault: FaultRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(fault.words),
        rx.cond(fault.how_to != "", rx.el.p(fault.how_to)),
        rx.el.p(fault.counted, class_name="small muted"),
    )
