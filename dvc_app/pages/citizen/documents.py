"""Quản lý tài liệu điện tử (C23): the list, adding, the national store."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, check_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.link import link
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.components.uploader import uploader
from dvc_app.state.citizen.document_rows import DocumentRow
from dvc_app.state.citizen.documents import DocumentsState, Option
from dvc_app.wording import documents as wording

State = DocumentsState


def documents_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        _adding(),
        rx.cond(
            State.loaded,
            rx.cond(State.is_empty, _nothing(), _list()),
            skeleton(6),
        ),
        active=routes.MY_DOCUMENTS,
    )


def _adding() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.ADD),
            rx.el.p(wording.ADD_HINT, class_name="small muted"),
            uploader(routes.API_VAULT_UPLOADS, wording.ADD_LABEL, State.known),
            class_name="card stack-s",
        ),
        rx.el.div(
            rx.el.h2(wording.NATIONAL),
            rx.el.p(wording.NATIONAL_HINT, class_name="small muted"),
            rx.cond(
                State.national_open,
                _national(),
                rx.el.p(
                    rx.el.button(
                        wording.NATIONAL,
                        type="button",
                        on_click=State.show_national(True),
                        class_name="button button--quiet",
                    )
                ),
            ),
            class_name="card stack-s",
        ),
        class_name="halves",
    )


def _national() -> rx.Component:
    return rx.el.form(
        check_field(
            Field(
                "agreed",
                wording.NATIONAL_AGREE,
                required=True,
                error=State.problems.get("agreed", ""),
            )
        ),
        rx.el.div(
            submit_button(wording.NATIONAL_DO, State.busy, wording.NATIONAL_BUSY),
            rx.el.button(
                wording.CANCEL,
                type="button",
                on_click=State.show_national(False),
                class_name="button button--text",
            ),
            class_name="row",
        ),
        on_submit=State.ask_national,
        no_validate=True,
        class_name="stack-s",
    )


def _nothing() -> rx.Component:
    first, *ways = wording.EMPTY_HINT
    return rx.el.div(
        rx.el.h2(wording.EMPTY),
        rx.el.p(first),
        rx.el.ul(*[rx.el.li(way) for way in ways], class_name="dots"),
        class_name="card stack",
    )


def _list() -> rx.Component:
    return rx.fragment(
        _filters(),
        rx.el.p(State.total, class_name="small muted", role="status"),
        rx.cond(
            State.rows.length() > 0,
            rx.el.ul(rx.foreach(State.rows, _row), class_name="stack"),
            rx.el.p(wording.NONE_FOUND),
        ),
        _pages(),
    )


def _filters() -> rx.Component:
    sources = [rx.el.option(w, value=c) for c, w in wording.SOURCES.items()]
    validities = [rx.el.option(w, value=c) for c, w in wording.VALIDITIES.items()]
    orders = [rx.el.option(w, value=c) for c, w in wording.ORDERS.items()]
    return rx.el.form(
        rx.el.div(
            rx.el.label(wording.SEARCH, html_for="tim"),
            rx.el.input(
                id="tim",
                name="tim",
                type="search",
                default_value=State.asked["tim"],
                auto_complete="off",
                spell_check=False,
            ),
            class_name="field",
        ),
        _choice("loai", wording.KIND, rx.foreach(State.kinds, _option)),
        _choice("nguon", wording.SOURCE, *sources),
        _choice("hieu-luc", wording.VALIDITY, *validities),
        _choice("xep", wording.ORDER, *orders, has_all=False),
        rx.el.div(
            rx.el.button(
                wording.FIND, type="submit", class_name="button button--quiet"
            ),
            rx.cond(
                State.is_narrowed,
                link(
                    wording.CLEAR,
                    to=routes.MY_DOCUMENTS,
                    class_name="button button--text",
                ),
            ),
            class_name="row",
        ),
        on_submit=State.search,
        role="search",
        key=State.filter_key,
        class_name="filters filters--few card even",
    )


def _choice(name: str, words: str, *options: Any, has_all: bool = True) -> rx.Component:
    # Any: options, or a loop over them.
    every = [rx.el.option(wording.ALL, value="")] if has_all else []
    return rx.el.div(
        rx.el.label(words, html_for=name),
        rx.el.select(
            *every, *options, id=name, name=name, default_value=State.asked[name]
        ),
        class_name="field",
    )


def _option(option: Option) -> rx.Component:
    return rx.el.option(option.words, value=option.value, key=option.value)


def _row(row: DocumentRow) -> rx.Component:
    return rx.el.li(
        paper_picture(row),
        rx.el.div(
            rx.el.h2(link(row.title, to=row.address), class_name="h3"),
            rx.el.p(
                rx.el.span(row.kind),
                rx.cond(row.facts != "", rx.el.span(row.facts)),
                class_name="meta small muted",
            ),
            paper_tags(row),
            rx.cond(row.hint != "", rx.el.p(row.hint, class_name=row.hint_css)),
            rx.el.p(row.details, class_name="small muted"),
            class_name="stack-s grow",
        ),
        rx.el.div(
            link(
                wording.DETAIL,
                to=row.address,
                aria_label=row.detail_label,
                class_name="button button--quiet button--small",
            ),
            rx.cond(
                row.file != "",
                rx.el.a(
                    wording.OPEN,
                    href=row.file,
                    target="_blank",
                    aria_label=row.open_label,
                    class_name="button button--text button--small",
                ),
            ),
            class_name="row-acts",
        ),
        class_name="card dossier-row vault-row",
        key=row.id,
    )


def paper_picture(row: DocumentRow) -> rx.Component:
    """Return the picture of page 1, which opens the paper."""
    return rx.cond(
        row.thumbnail != "",
        rx.el.a(
            rx.el.img(src=row.thumbnail, alt=row.preview_label, loading="lazy"),
            href=row.file,
            target="_blank",
            class_name="thumbnail",
        ),
    )


def paper_tags(row: DocumentRow) -> rx.Component:
    """Return what the paper is good for, and who vouches for it."""
    return rx.el.p(
        rx.el.span(row.state, class_name=row.state_css),
        rx.el.span(row.source, class_name=row.source_css),
        class_name="row",
    )


def _pages() -> rx.Component:
    button = "button button--quiet button--small"
    return rx.cond(
        State.pages != "",
        rx.el.nav(
            rx.cond(
                State.before != "",
                link(wording.BEFORE, to=State.before, class_name=button),
            ),
            rx.el.span(State.pages, class_name="small muted"),
            rx.cond(
                State.after != "",
                link(wording.AFTER, to=State.after, class_name=button),
            ),
            aria_label=wording.PAGES_LABEL,
            class_name="row",
        ),
    )
