"""Bưu gửi chưa đi được: what the post would not take, or brought back (C13)."""

import reflex as rx

from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.parcels import StuckParcelsState as State
from dvc_app.state.officer.parcels import StuckRow
from dvc_app.wording import parcels as wording


def parcels_page() -> rx.Component:
    """Compose the list."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(State, wording.TITLE, wording.LEAD, _list(), words=words)


def _list() -> rx.Component:
    return rx.el.section(
        rx.cond(
            State.rows.length() > 0,
            rx.fragment(
                rx.el.p(State.total, role="status", class_name="small muted"),
                _table(),
                rx.cond((State.before != "") | (State.after != ""), _paging()),
            ),
            rx.el.div(
                rx.el.p(rx.el.b(wording.EMPTY)),
                rx.el.p(wording.EMPTY_HINT, class_name="muted"),
                class_name="card stack-s empty",
                role="status",
            ),
        ),
        class_name="stack-s",
    )


def _table() -> rx.Component:
    heads = (wording.CODE, wording.WHAT, wording.WHY, wording.PERSON, wording.SINCE)
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: StuckRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            link(rx.el.b(row.code, class_name="num"), to=row.href),
            data_label=wording.CODE,
        ),
        rx.el.td(row.leg, data_label=wording.WHAT),
        rx.el.td(
            rx.el.span(row.trouble, class_name=row.trouble_css),
            rx.cond(row.words != "", rx.el.span(row.words, class_name="small muted")),
            data_label=wording.WHY,
        ),
        rx.el.td(row.person, data_label=wording.PERSON),
        rx.el.td(
            rx.el.span(row.since, class_name="num small"), data_label=wording.SINCE
        ),
        key=row.id,
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.BEFORE, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.AFTER, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
