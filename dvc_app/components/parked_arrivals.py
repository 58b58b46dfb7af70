"""Dossiers of other systems that nobody here can take yet (A07)."""

import reflex as rx

from dvc_app.state.admin.connections import ConnectionsState as State
from dvc_app.state.sync_rows import ParkedRow
from dvc_app.wording import parked_arrivals as wording


def parked_arrivals() -> rx.Component:
    """Return the list with what lacks; nothing when all could be taken."""
    return rx.cond(
        State.parked,
        rx.el.section(
            rx.el.h2(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            rx.el.table(
                rx.el.caption(wording.TITLE, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(*[rx.el.th(head, scope="col") for head in wording.HEADS])
                ),
                rx.el.tbody(rx.foreach(State.parked, _row)),
                class_name="table table--cards",
            ),
            class_name="card stack",
        ),
    )


def _row(row: ParkedRow) -> rx.Component:
    cells = (row.code, row.system, row.lacks, row.since)
    return rx.el.tr(
        *[
            rx.el.td(cell, data_label=head)
            for cell, head in zip(cells, wording.HEADS, strict=True)
        ],
        key=row.code,
    )
