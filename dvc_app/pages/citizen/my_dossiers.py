"""Quản lý hồ sơ (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.device_parts import SeenDossiers
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.officer_parts import row_menus_close
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.my_dossier_rows import MenuRow, MyDossierRow
from dvc_app.state.citizen.my_dossiers import GroupRow, MyDossiersState
from dvc_app.wording import my_dossiers as wording

State = MyDossiersState


def my_dossiers_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        rx.el.h1(wording.TITLE),
        rx.el.p(wording.LEAD, class_name="muted"),
        rx.cond(
            State.loaded, rx.cond(State.is_empty, _nothing(), _list()), skeleton(6)
        ),
        active=routes.MY_DOSSIERS,
    )


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.EMPTY),
        rx.el.p(wording.EMPTY_HINT, class_name="muted"),
        link(wording.START, to=routes.PROCEDURES, class_name="button"),
        class_name="card stack",
    )


def _list() -> rx.Component:
    return rx.fragment(
        rx.el.nav(
            rx.foreach(State.groups, _group),
            class_name="row groups",
            aria_label=wording.TITLE,
        ),
        _search(),
        rx.el.p(State.total, class_name="small muted", role="status"),
        SeenDossiers.create(rows=State.rows),
        rx.cond(
            State.rows.length() > 0,
            rx.el.ul(rx.foreach(State.rows, _row), class_name="stack"),
            rx.el.p(wording.NONE_FOUND),
        ),
        _pages(),
        row_menus_close(),
    )


def _search() -> rx.Component:
    text = Field("tim", wording.SEARCH)
    since = Field("tu", wording.SINCE, error=State.day_fault)
    until = Field("den", wording.UNTIL)
    return rx.el.form(
        rx.el.div(
            text_field(text, State.text, type="search"),
            select_field(
                Field("trang-thai", wording.STATUS),
                rx.foreach(
                    State.statuses,
                    lambda one: rx.el.option(one.words, value=one.value),
                ),
                default_value=State.status,
            ),
            text_field(since, State.since, input_mode="numeric", auto_complete="off"),
            text_field(until, State.until, input_mode="numeric", auto_complete="off"),
            class_name="fields fields--2",
        ),
        rx.el.div(
            rx.el.button(
                wording.FIND, type="submit", class_name="button button--quiet"
            ),
            link(
                wording.CLEAR, to=routes.MY_DOSSIERS, class_name="button button--text"
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.search,
        role="search",
        no_validate=True,
        class_name="card stack-s",
    )


def _menu(row: MyDossierRow) -> rx.Component:
    return rx.cond(
        row.menu.length() > 0,
        rx.el.details(
            rx.el.summary(
                rx.el.span("⋮", aria_hidden="true"),
                rx.el.span(row.menu_label, class_name="sr-only"),
            ),
            rx.el.ul(rx.foreach(row.menu, _item)),
            class_name="row-menu",
        ),
    )


def _item(item: MenuRow) -> rx.Component:
    return rx.el.li(
        rx.cond(
            item.is_paper,
            rx.el.a(item.words, href=item.address, target="_blank"),
            link(item.words, to=item.address),
        )
    )


def _group(group: GroupRow) -> rx.Component:
    words = rx.fragment(group.name, " ", rx.el.b(group.count))
    return rx.cond(
        group.is_current,
        link(words, to=group.address, class_name="chip", aria_current="page"),
        link(words, to=group.address, class_name="chip"),
    )


def _row(row: MyDossierRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(link(row.procedure, to=row.address), class_name="h3"),
            rx.el.p(
                rx.cond(row.code != "", rx.el.span(row.code, class_name="num")),
                rx.cond(row.agency != "", rx.el.span(row.agency)),
                rx.el.span(row.when),
                class_name="meta small muted",
            ),
            rx.el.p(
                rx.el.span(row.label, class_name=row.tag),
                rx.cond(row.left != "", rx.el.span(row.left, class_name=row.left_tag)),
                rx.cond(row.mark != "", rx.el.span(row.mark, class_name="tag")),
                class_name="row",
            ),
            rx.el.p(row.sentence, class_name="small"),
            class_name="stack-s grow",
        ),
        rx.el.div(
            link(
                row.action,
                to=row.address,
                class_name="button button--quiet button--small",
            ),
            rx.cond(row.is_draft, _discard(row), _menu(row)),
            class_name="row-acts",
        ),
        class_name="card dossier-row",
        key=row.id,
    )


def _discard(row: MyDossierRow) -> rx.Component:
    return rx.cond(
        State.asked_to_discard == row.id,
        rx.el.div(
            rx.el.p(wording.DISCARD_SURE, class_name="small"),
            rx.el.button(
                wording.DISCARD_YES,
                type="button",
                on_click=State.discard(row.id),
                class_name="button button--quiet button--small",
            ),
            role="alert",
        ),
        rx.el.button(
            wording.DISCARD,
            type="button",
            on_click=State.ask_discard(row.id),
            class_name="button button--text button--small",
        ),
    )


def _pages() -> rx.Component:
    return rx.el.p(
        rx.cond(
            State.before != "",
            link(
                wording.BEFORE,
                to=State.before,
                class_name="button button--quiet button--small",
            ),
        ),
        rx.el.span(State.pages, class_name="small muted"),
        rx.cond(
            State.after != "",
            link(
                wording.AFTER,
                to=State.after,
                class_name="button button--quiet button--small",
            ),
        ),
        class_name="row",
    )
