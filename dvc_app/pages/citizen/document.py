"""Tài liệu điện tử (C23): one paper and everything that happened to it."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.of_address import of_address
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.document_forms import (
    correction_form,
    description_form,
    rename_form,
    replacement,
    share_code,
    share_form,
)
from dvc_app.pages.citizen.documents import paper_picture, paper_tags
from dvc_app.state.citizen.document import DocumentPageState, Fact, UseRow
from dvc_app.state.citizen.document_rows import CorrectionRow, ShareRow, VersionRow
from dvc_app.wording import document_corrections, document_shares
from dvc_app.wording import documents as wording

State = DocumentPageState


def document_page() -> rx.Component:
    """Compose the page of one paper."""
    return profile_shell(
        error_summary(State),
        rx.cond(
            State.loaded,
            rx.cond(
                State.missing,
                _missing(),
                of_address(State.row.id, _whole(), _waiting(), part=3),
            ),
            _waiting(),
        ),
        active=routes.MY_DOCUMENTS,
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.ONE_TITLE, class_name="sr-only"), skeleton(8))


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.MISSING_TITLE),
        rx.el.p(wording.MISSING),
        link(wording.BACK, to=routes.MY_DOCUMENTS, class_name="button"),
        class_name="stack",
    )


def _whole() -> rx.Component:
    return rx.fragment(
        _head(),
        _facts(),
        _shares(),
        _uses(),
        rx.cond(State.corrections.length() > 0, _corrections()),
        _versions(),
        _remove(),
    )


def _head() -> rx.Component:
    row = State.row
    return rx.el.header(
        rx.el.p(link(wording.BACK, to=routes.MY_DOCUMENTS), class_name="small crumbs"),
        rx.el.div(
            paper_picture(row),
            rx.el.div(
                rx.el.h1(row.title),
                paper_tags(row),
                rx.cond(row.hint != "", rx.el.p(row.hint, class_name=row.hint_css)),
                rx.el.div(
                    rx.cond(
                        row.file != "",
                        rx.el.a(
                            wording.DOWNLOAD,
                            href=row.file,
                            target="_blank",
                            class_name="button",
                        ),
                    ),
                    _opener("rename", wording.RENAME),
                    class_name="row",
                ),
                class_name="stack grow",
            ),
            class_name="row document-head",
        ),
        rx.cond(State.open_form == "rename", rename_form()),
        class_name="stack",
    )


def _facts() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.FACTS),
        rx.el.dl(rx.foreach(State.facts, _fact), class_name="facts"),
        rx.cond(
            State.is_official,
            rx.cond(
                State.open_form == "correct",
                correction_form(),
                rx.el.p(_opener("correct", document_corrections.CORRECT)),
            ),
            rx.cond(
                State.open_form == "describe",
                description_form(),
                rx.el.p(_opener("describe", wording.DESCRIBE)),
            ),
        ),
        class_name="card stack",
    )


def _fact(fact: Fact) -> rx.Component:
    return rx.fragment(rx.el.dt(fact.name), rx.el.dd(fact.value))


def _shares() -> rx.Component:
    return rx.el.section(
        rx.el.h2(document_shares.SHARES),
        rx.cond(State.code != "", share_code()),
        rx.cond(
            State.shares.length() > 0,
            rx.el.ul(rx.foreach(State.shares, _share), class_name="stack"),
            rx.el.p(document_shares.SHARE_NONE, class_name="muted"),
        ),
        rx.cond(
            State.open_form == "share",
            share_form(),
            rx.cond(State.may_share, rx.el.p(_opener("share", document_shares.SHARE))),
        ),
        class_name="card stack",
    )


def _share(row: ShareRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                rx.el.span(row.state, class_name=row.state_css),
                rx.el.span(row.line, class_name="small"),
                class_name="row",
            ),
            rx.cond(
                row.openings.length() > 0,
                rx.el.details(
                    rx.el.summary(row.count, class_name="small"),
                    rx.el.ul(
                        rx.foreach(row.openings, lambda line: rx.el.li(line)),
                        class_name="dots small",
                    ),
                ),
                rx.el.p(row.count, class_name="small muted"),
            ),
            class_name="stack-s grow",
        ),
        rx.cond(
            row.is_open,
            rx.el.button(
                document_shares.SHARE_STOP,
                type="button",
                aria_label=row.stop_label,
                on_click=State.stop_share(row.id),
                class_name="button button--quiet button--small",
            ),
        ),
        class_name="dossier-row",
        key=row.id,
    )


def _uses() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.USED),
        rx.cond(
            State.uses.length() > 0,
            rx.el.ul(rx.foreach(State.uses, _use), class_name="stack"),
            rx.el.p(wording.USED_NONE, class_name="muted"),
        ),
        class_name="card stack",
    )


def _use(row: UseRow) -> rx.Component:
    return rx.el.li(
        rx.cond(
            row.address != "",
            link(row.purpose, to=row.address),
            rx.el.b(row.purpose),
        ),
        rx.el.p(row.line, class_name="small muted"),
        rx.cond(row.unit != "", rx.el.p(row.unit, class_name="small")),
        rx.cond(row.reads != "", rx.el.p(row.reads, class_name="small")),
    )


def _corrections() -> rx.Component:
    return rx.el.section(
        rx.el.h2(document_corrections.CORRECTIONS),
        rx.el.ul(rx.foreach(State.corrections, _correction), class_name="stack"),
        class_name="card stack",
    )


def _correction(row: CorrectionRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.line),
        rx.el.p(
            rx.el.span(row.state, class_name=row.state_css),
            rx.el.span(row.when, class_name="small muted num"),
            class_name="row",
        ),
        rx.cond(row.answer != "", rx.el.p(row.answer, class_name="small")),
    )


def _versions() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.VERSIONS),
        rx.el.ul(rx.foreach(State.versions, _version), class_name="stack-s versions"),
        rx.cond(~State.is_official, replacement()),
        class_name="card stack",
    )


def _version(row: VersionRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.cond(
                row.file != "",
                rx.el.a(row.name, href=row.file, target="_blank"),
                rx.el.span(row.name),
            ),
            rx.el.span(row.line, class_name="small muted num"),
            rx.cond(row.fault != "", rx.el.span(row.fault, class_name="small error")),
            class_name="grow",
        ),
        rx.cond(row.state != "", rx.el.span(row.state, class_name=row.state_css)),
        class_name="file",
        key=row.number,
    )


def _remove() -> rx.Component:
    return rx.cond(
        State.open_form == "remove",
        rx.el.div(
            rx.el.p(wording.REMOVE_SURE),
            rx.el.div(
                rx.el.button(
                    wording.REMOVE_YES,
                    type="button",
                    on_click=State.remove,
                    class_name="button",
                ),
                rx.el.button(
                    wording.KEEP,
                    type="button",
                    on_click=State.show_form(""),
                    class_name="button button--quiet",
                ),
                class_name="row",
            ),
            role="alert",
            class_name="card stack",
        ),
        rx.el.p(_opener("remove", wording.REMOVE, css="button button--text")),
    )


def _opener(form: str, words: str, css: str = "button button--quiet") -> Any:
    # Any: a button, as rx.el makes it.
    return rx.el.button(
        words, type="button", on_click=State.show_form(form), class_name=css
    )
