"""Danh sách hồ sơ liên thông DVCLT: filters, counts, the list, and one open (O11)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.state.officer.interlinked import (
    BUNDLE,
    CODE,
    FROM_DAY,
    NAME,
    NUMBER,
    PROCEDURE,
    STATUS,
    TO_DAY,
)
from dvc_app.state.officer.interlinked import BundlesState as State
from dvc_app.state.officer.interlinked_rows import BundleRow, LegRow
from dvc_app.wording import interlinked_desk as wording


def bundles_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        _opened(),
        _figures(),
        rx.cond(State.rows.length() > 0, _table(), _empty()),
        rx.cond((State.before != "") | (State.after != ""), _paging()),
        words=words,
        above=_choices(),
    )


def _choices() -> rx.Component:
    return rx.el.form(
        rx.el.fieldset(
            rx.el.legend(wording.PERIOD, class_name="sr-only"),
            _text(FROM_DAY, wording.FROM_DAY, input_mode="numeric"),
            _text(TO_DAY, wording.TO_DAY, input_mode="numeric"),
            style={"display": "contents", "border": "0"},
        ),
        _text(BUNDLE, wording.BUNDLE_CODE),
        _text(CODE, wording.CODE),
        _text(NAME, wording.NAME),
        _text(NUMBER, wording.NUMBER, input_mode="numeric"),
        select_field(
            Field(PROCEDURE, wording.PROCEDURE),
            [
                rx.el.option(wording.ANY_PROCEDURE, value=""),
                rx.foreach(State.procedures, lambda one: rx.el.option(one, value=one)),
            ],
            default_value=State.filters[PROCEDURE],
        ),
        select_field(
            Field(STATUS, wording.STATUS),
            [
                rx.el.option(wording.ANY_STATUS, value=""),
                rx.foreach(
                    State.statuses, lambda one: rx.el.option(one[1], value=one[0])
                ),
            ],
            default_value=State.filters[STATUS],
        ),
        rx.el.div(
            rx.el.button(wording.COUNT_UP, type="submit", class_name="button"),
            rx.cond(
                State.has_filters,
                link(
                    wording.CLEAR, to=routes.BUNDLES, class_name="button button--text"
                ),
            ),
            class_name="filter-acts",
        ),
        role="search",
        aria_label=wording.FILTERS,
        key=State.filters_key,
        class_name="card filters filters--roomy",
        no_validate=True,
        on_submit=State.search,
    )


def _text(name: str, label: str, input_mode: str = "text") -> rx.Component:
    return text_field(
        Field(name, label, error=State.problems.get(name, "")),
        State.filters[name],
        input_mode=input_mode,
        auto_complete="off",
    )


def _figures() -> rx.Component:
    return rx.el.section(
        rx.el.p(State.counted, role="status", class_name="small muted"),
        rx.el.dl(
            rx.foreach(
                State.figures,
                lambda one: rx.fragment(
                    rx.el.dt(one[0]), rx.el.dd(one[1], class_name="num")
                ),
            ),
            class_name="facts",
        ),
        aria_label=wording.FIGURES,
        class_name="stack-s",
    )


def _table() -> rx.Component:
    heads = (
        wording.BUNDLE_CODE,
        wording.APPLICANT,
        wording.FILED,
        wording.STATUS,
        wording.LEGS,
        wording.RESULTS,
        wording.DETAIL,
    )
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: BundleRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.b(row.code, class_name="num"),
            rx.el.span(row.door, class_name="small muted block"),
            data_label=wording.BUNDLE_CODE,
        ),
        rx.el.td(row.applicant, data_label=wording.APPLICANT),
        rx.el.td(
            rx.el.span(row.filed, class_name="num small"), data_label=wording.FILED
        ),
        rx.el.td(
            rx.el.span(row.status, class_name=row.status_css), data_label=wording.STATUS
        ),
        rx.el.td(
            rx.el.ul(rx.foreach(row.legs, _leg_line), class_name="plain-list stack-s"),
            data_label=wording.LEGS,
        ),
        rx.el.td(
            rx.cond(
                row.has_files,
                rx.el.ul(rx.foreach(row.legs, _file), class_name="plain-list stack-s"),
                rx.el.span(wording.NO_FILE, class_name="small muted"),
            ),
            data_label=wording.RESULTS,
        ),
        rx.el.td(
            link(
                wording.OPEN,
                to=row.href,
                class_name="button button--quiet button--small",
                aria_label=row.label,
            ),
            data_label=wording.DETAIL,
        ),
        key=row.code,
    )


def _leg_line(leg: LegRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(leg.name, class_name="small"),
        " ",
        rx.el.span(leg.state, class_name=leg.state_css),
        key=leg.key,
    )


def _file(leg: LegRow) -> rx.Component:
    return rx.cond(
        leg.file_href != "",
        rx.el.li(
            rx.el.a(leg.file_name, href=leg.file_href, target="_blank", rel="noopener"),
            key=leg.key,
        ),
    )


def _opened() -> rx.Component:
    return rx.fragment(
        rx.cond(State.is_missing, notice(wording.MISSING, kind="warn", role="status")),
        rx.cond(
            State.opened.code != "",
            rx.el.section(
                rx.el.div(
                    rx.el.h2(State.opened_title, class_name="grow"),
                    rx.el.span(State.opened.status, class_name=State.opened.status_css),
                    link(
                        wording.CLOSE,
                        to=State.close_href,
                        class_name="button button--quiet button--small",
                    ),
                    class_name="row",
                ),
                rx.el.p(
                    State.opened.procedure,
                    " · ",
                    State.opened.applicant,
                    " · ",
                    State.opened.door,
                ),
                rx.cond(
                    State.opened.their_code != "",
                    rx.el.p(State.opened.their_code, class_name="small muted"),
                ),
                rx.el.div(rx.foreach(State.opened.legs, _leg), class_name="legs"),
                class_name="card stack",
            ),
        ),
    )


def _leg(leg: LegRow) -> rx.Component:
    return rx.el.article(
        rx.el.h3(leg.name),
        rx.el.p(rx.el.span(leg.state, class_name=leg.state_css)),
        rx.el.dl(
            rx.foreach(
                leg.facts,
                lambda fact: rx.fragment(rx.el.dt(fact[0]), rx.el.dd(fact[1])),
            ),
            class_name="facts",
        ),
        rx.cond(leg.note != "", rx.el.p(leg.note, class_name="small muted")),
        rx.cond(
            leg.stuck != "",
            notice(
                rx.el.p(leg.stuck),
                rx.el.button(
                    wording.SEND_AGAIN,
                    type="button",
                    class_name="button button--quiet button--small",
                    on_click=State.send_again(leg.message_id),
                ),
                kind="warn",
            ),
        ),
        rx.cond(
            leg.file_href != "",
            rx.el.p(
                rx.el.a(
                    leg.file_name, href=leg.file_href, target="_blank", rel="noopener"
                )
            ),
        ),
        rx.cond(
            leg.dossier_href != "",
            rx.el.p(link(wording.OPEN_DOSSIER, to=leg.dossier_href)),
        ),
        key=leg.key,
        class_name="stack-s",
    )


def _empty() -> rx.Component:
    return rx.el.p(State.empty, class_name="card empty", role="status")


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.BEFORE, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.AFTER, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
