"""Đề nghị sửa giấy tờ: what people ask of the unit that issued their papers (C23)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.corrections import CorrectionsState as State
from dvc_app.state.officer.corrections import RequestRow
from dvc_app.wording import corrections as wording

ANSWERED = f"{routes.CORRECTIONS}?{wording.VIEW_KEY}={wording.VIEW_ANSWERED}"


def corrections_page() -> rx.Component:
    """Compose the two lists."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(
        State, wording.TITLE, wording.LEAD, _list(), words=words, above=_views()
    )


def _views() -> rx.Component:
    return rx.el.nav(
        _view(
            rx.fragment(
                wording.WAITING,
                rx.cond(
                    State.waiting != "0",
                    rx.el.span(" ", State.waiting, class_name="count"),
                ),
            ),
            routes.CORRECTIONS,
            ~State.is_answered,
        ),
        _view(wording.ANSWERED, ANSWERED, State.is_answered),
        aria_label=wording.VIEWS,
        class_name="tabs",
    )


def _view(words: Any, to: str, is_here: Any) -> rx.Component:
    # Any: text or a component, and a Var of bool.
    return link(words, to=to, aria_current=rx.cond(is_here, "page", "false"))


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
                rx.el.p(
                    rx.el.b(
                        rx.cond(
                            State.is_answered, wording.EMPTY[True], wording.EMPTY[False]
                        )
                    )
                ),
                rx.el.p(wording.EMPTY_HINT, class_name="muted"),
                class_name="card stack-s empty",
                role="status",
            ),
        ),
        class_name="stack-s",
    )


def _table() -> rx.Component:
    heads = (
        wording.PAPER,
        wording.FIELD,
        wording.OWNER,
        wording.ASKED,
        wording.ANSWER,
    )
    return rx.el.table(
        rx.el.caption(
            rx.cond(State.is_answered, wording.CAPTIONS[True], wording.CAPTIONS[False]),
            class_name="sr-only",
        ),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table asked-table",
    )


def _row(row: RequestRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            link(rx.el.b(row.title), to=row.href),
            rx.cond(row.number != "", rx.el.span(row.number, class_name="small muted")),
            data_label=wording.PAPER,
        ),
        rx.el.td(row.field, data_label=wording.FIELD),
        rx.el.td(row.owner, data_label=wording.OWNER),
        rx.el.td(
            rx.el.span(row.asked, class_name="num small"), data_label=wording.ASKED
        ),
        rx.el.td(
            rx.el.span(row.outcome, class_name=row.outcome_css),
            rx.cond(
                row.answered != "", rx.el.span(row.answered, class_name="small muted")
            ),
            data_label=wording.ANSWER,
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
