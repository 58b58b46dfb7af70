"""Tables of the ledger: messages, and the systems they go to (O12, A07)."""

from typing import Any

import reflex as rx

from dvc_app.components.link import link
from dvc_app.state.officer.dossier_sync import DossierSyncState
from dvc_app.state.sync_rows import MessageRow, SystemRow
from dvc_app.wording import status_sync as wording

SYSTEM_HEADS = (
    wording.SYSTEM,
    wording.STATE,
    wording.WAITING,
    wording.STUCK,
    wording.OLDEST,
    wording.ANSWERED,
)


def system_heads(*more: str) -> list[rx.Component]:
    """Return the heads of a table of systems."""
    return [rx.el.th(head, scope="col") for head in (*SYSTEM_HEADS, *more)]


def system_cells(row: SystemRow, name: rx.Component) -> list[rx.Component]:
    """Return what a row of a table of systems says."""
    return [
        rx.el.td(rx.el.b(name), data_label=wording.SYSTEM),
        rx.el.td(
            rx.el.span(row.state, class_name=row.state_css),
            rx.cond(row.note != "", rx.el.span(row.note, class_name="small block")),
            data_label=wording.STATE,
        ),
        rx.el.td(rx.el.span(row.waiting, class_name="num"), data_label=wording.WAITING),
        rx.el.td(
            rx.el.span(row.stuck, class_name=rx.cond(row.has_stuck, "num late", "num")),
            data_label=wording.STUCK,
        ),
        rx.el.td(
            rx.el.span(row.oldest, class_name="num small"), data_label=wording.OLDEST
        ),
        rx.el.td(
            rx.el.span(row.answered, class_name="num small"),
            data_label=wording.ANSWERED,
        ),
    ]


def message_table(rows: Any, with_dossier: bool = True) -> rx.Component:
    """Return messages as a table; a dossier's own tab does not name the dossier."""
    # Any: a Var of rows.
    heads = [
        head
        for head in (*wording.HEADS, wording.OPEN)
        if with_dossier or head != wording.CODE
    ]
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(rows, lambda row: _message(row, with_dossier))),
        class_name="table table--cards card admin-table",
    )


def dossier_sync(code: Any) -> rx.Component:
    """Return the tab of a dossier: what other systems were told of it."""
    # Any: a Var of the dossier's code.
    told = rx.cond(
        DossierSyncState.rows.length() > 0,
        rx.fragment(
            message_table(DossierSyncState.rows, with_dossier=False),
            rx.el.p(link(wording.CARD_ALL, to=DossierSyncState.all_href)),
        ),
        rx.el.p(wording.CARD_EMPTY, class_name="muted"),
    )
    ask = rx.fragment(
        rx.el.p(wording.CARD_LEAD, class_name="muted"),
        rx.el.button(
            wording.CARD_SHOW,
            type="button",
            class_name="button button--quiet",
            on_click=DossierSyncState.show,
        ),
    )
    return rx.el.div(
        rx.cond(DossierSyncState.named == code, told, ask),
        class_name="stack-s",
        aria_live="polite",
    )


def _message(row: MessageRow, with_dossier: bool) -> rx.Component:
    dossier = rx.el.td(
        rx.cond(
            row.dossier_href != "",
            link(row.code, to=row.dossier_href, class_name="num"),
            rx.el.span(row.code, class_name="small muted"),
        ),
        data_label=wording.CODE,
    )
    return rx.el.tr(
        rx.el.td(
            rx.el.span(row.written, class_name="num small"), data_label=wording.WRITTEN
        ),
        *([dossier] if with_dossier else []),
        rx.el.td(row.system, data_label=wording.SYSTEM),
        rx.el.td(rx.el.span(row.kind, class_name="unbroken"), data_label=wording.KIND),
        rx.el.td(
            rx.el.span(row.state, class_name=row.state_css),
            rx.cond(
                row.next_try != "",
                rx.el.span(row.next_try, class_name="small muted block"),
            ),
            rx.cond(
                row.closing != "", rx.el.span(row.closing, class_name="small block")
            ),
            data_label=wording.STATE,
        ),
        rx.el.td(rx.el.span(row.answer, class_name="small"), data_label=wording.ANSWER),
        rx.el.td(
            link(wording.OPEN, to=row.href, aria_label=row.label),
            data_label=wording.OPEN,
        ),
        key=row.id,
    )
