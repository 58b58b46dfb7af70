"""Đồng bộ với hệ thống Bộ, ngành: the systems, and what they are told (O12)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.public import paging_link
from dvc_app.components.sync_parts import message_table, system_cells, system_heads
from dvc_app.state.officer.sync import SyncState as State
from dvc_app.state.sync_rows import SystemRow
from dvc_app.wording import status_sync as wording
from dvc_app.wording import sync_differences


def sync_page() -> rx.Component:
    """Compose the list."""
    words = OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE)
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        _systems(),
        rx.el.p(link(sync_differences.FROM_LEDGER, to=routes.SYNC_DIFFERENCES)),
        _messages(),
        words=words,
    )


def _systems() -> rx.Component:
    return rx.cond(
        State.systems.length() > 0,
        rx.el.details(
            rx.el.summary(wording.STANDING),
            rx.el.table(
                rx.el.caption(wording.STANDING, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*system_heads())),
                rx.el.tbody(rx.foreach(State.systems, _system)),
                class_name="table table--cards admin-table",
            ),
            class_name="card fold",
            open=State.is_troubled,
        ),
    )


def _system(row: SystemRow) -> rx.Component:
    return rx.el.tr(*system_cells(row, link(row.name, to=row.href)), key=row.key)


def _messages() -> rx.Component:
    return rx.el.section(
        rx.el.nav(
            rx.foreach(
                State.tabs,
                lambda tab: link(
                    tab[0], to=tab[1], aria_current=rx.cond(tab[2], "page", "false")
                ),
            ),
            aria_label=wording.TAB_LABEL,
            class_name="tabs",
        ),
        _search(),
        rx.cond(
            State.rows.length() > 0,
            rx.fragment(
                rx.el.p(State.total, role="status", class_name="small muted"),
                message_table(State.rows),
                rx.cond((State.before != "") | (State.after != ""), _paging()),
            ),
            rx.el.p(State.empty, class_name="card empty", role="status"),
        ),
        class_name="stack-s",
    )


def _search() -> rx.Component:
    return rx.el.form(
        select_field(
            Field("system", wording.SYSTEM_LABEL),
            [
                rx.el.option(wording.EVERY_SYSTEM, value=""),
                *[
                    rx.el.option(words, value=key)
                    for key, words in wording.SYSTEMS.items()
                ],
            ],
            default_value=State.system,
        ),
        text_field(
            Field("code", wording.CODE_LABEL, wording.CODE_HINT),
            State.code,
            auto_complete="off",
        ),
        rx.el.button(wording.FIND, type="submit", class_name="button button--quiet"),
        key=State.form_key,
        on_submit=State.find,
        role="search",
        no_validate=True,
        class_name="row filters",
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        paging_link(wording.BEFORE, State.before, rel="prev"),
        rx.el.span(State.pages, class_name="muted small num"),
        paging_link(wording.AFTER, State.after, rel="next"),
        aria_label=wording.PAGING,
        class_name="row paging",
    )
