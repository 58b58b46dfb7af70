"""One procedure: its layers, a change to be published, the history (A02)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.long_name import heading
from dvc_app.components.of_address import of_address
from dvc_app.components.procedure_edit import differences, editing
from dvc_app.components.procedure_preview import preview
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.procedure import AdminProcedureState as State
from dvc_app.state.admin.procedure_edit import ProcedureEditState as Edit
from dvc_app.state.admin.procedure_rows import ChangeRow, FactRow
from dvc_app.wording import procedure_changes as wording

CODE_AT = 3  # which part of the address names the procedure
QUIET = "button button--quiet"


def procedure_admin_page() -> rx.Component:
    """Compose the page."""
    outline = rx.el.div(rx.el.h1(wording.ONE_TITLE), skeleton(8), class_name="stack")
    found = rx.fragment(
        _head(),
        rx.cond(Edit.mode != "", editing(), _reading()),
    )
    return admin_shell(
        rx.cond(
            State.missing,
            rx.el.div(
                rx.el.h1(wording.MISSING_TITLE),
                rx.el.p(wording.MISSING),
                link(wording.BACK, to=routes.ADMIN_PROCEDURES, class_name="button"),
                class_name="stack",
            ),
            rx.cond(
                State.loaded, of_address(State.code, found, outline, CODE_AT), outline
            ),
        ),
        active=routes.ADMIN_PROCEDURES,
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(
            link(wording.BACK, to=routes.ADMIN_PROCEDURES), class_name="small crumbs"
        ),
        heading(State.name),
        rx.el.p(State.head, class_name="muted"),
        rx.cond(
            State.may_write,
            rx.fragment(),
            rx.el.p(wording.READ_ONLY, class_name="notice"),
        ),
        rx.cond(
            Edit.mode == "",
            rx.el.div(
                rx.cond(
                    State.may_begin,
                    rx.el.button(
                        State.begin_words,
                        type="button",
                        on_click=Edit.begin,
                        class_name="button",
                    ),
                ),
                link(wording.PUBLIC_PAGE, to=State.public_href, class_name=QUIET),
                class_name="row",
            ),
        ),
        class_name="stack",
    )


def _reading() -> rx.Component:
    return rx.fragment(
        error_summary(State),
        rx.cond(State.waiting.length() > 0, _waiting()),
        rx.cond(State.is_previewed, _previewed()),
        _facts(),
        rx.cond(State.remarks.length() > 0, _remarks()),
        _history(),
    )


def _waiting() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.WAITING_TITLE),
        rx.foreach(State.waiting, lambda row: _change(row, is_waiting=True)),
        class_name="stack",
    )


def _change(row: ChangeRow, is_waiting: bool) -> rx.Component:
    shown = differences(row.fields)
    return rx.el.div(
        rx.el.div(
            rx.el.b(row.title),
            rx.el.span(row.state, class_name=row.css),
            class_name="row spread",
        ),
        rx.el.p(row.reason),
        rx.foreach(row.by, lambda by: rx.el.p(by, class_name="small muted")),
        rx.el.p(
            rx.cond(row.is_own, wording.OWN_WAITS, wording.READ_FIRST),
            class_name="notice",
        )
        if is_waiting
        else rx.fragment(),
        shown
        if is_waiting
        else rx.el.details(rx.el.summary(wording.CHANGES_OF), shown),
        _acts(row, is_waiting),
        class_name="card stack-s",
        key=row.id,
    )


def _acts(row: ChangeRow, is_waiting: bool) -> rx.Component:
    take_back = wording.TAKE_BACK if is_waiting else wording.WITHDRAW
    see: Any = (  # Any: a component or nothing
        _press(wording.PREVIEW, State.see(row.id)) if is_waiting else rx.fragment()
    )
    return rx.el.div(
        rx.cond(
            row.may_publish,
            _press(wording.PUBLISH, State.publish(row.id, row.edition), "button"),
        ),
        see,
        rx.cond(row.may_withdraw, _press(take_back, State.withdraw(row.id))),
        rx.el.span(
            State.problems.get("change", ""),
            id="change",
            tab_index=-1,
            class_name="error",
        )
        if is_waiting
        else rx.fragment(),
        class_name="row",
    )


def _press(words: str, press: Any, css: str = QUIET) -> rx.Component:
    # Any: an event with its arguments.
    return rx.el.button(words, type="button", on_click=press, class_name=css)


def _previewed() -> rx.Component:
    return rx.el.div(
        preview(State),
        _press(wording.PREVIEW_CLOSE, State.close_preview),
        class_name="stack",
    )


def _facts() -> rx.Component:
    heads = (wording.FIELD, wording.VALUE, wording.SOURCE, wording.NATIONAL)
    return rx.el.section(
        rx.el.h2(wording.NOW),
        rx.el.p(wording.NOW_LEAD, class_name="muted"),
        rx.cond(
            State.national_words != "",
            rx.el.p(State.national_words, class_name="small muted"),
        ),
        rx.el.table(
            rx.el.caption(wording.NOW, class_name="sr-only"),
            rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
            rx.el.tbody(rx.foreach(State.facts, _fact)),
            class_name="table table--cards card fact-table",
        ),
        class_name="stack",
    )


def _fact(row: FactRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.name), data_label=wording.FIELD),
        rx.el.td(
            rx.el.div(
                _lines(row.lines, row.folded),
                rx.cond(row.below != "", rx.el.p(row.below, class_name="small muted")),
            ),
            data_label=wording.VALUE,
        ),
        rx.el.td(
            rx.cond(row.source != "", rx.el.span(row.source, class_name=row.css)),
            data_label=wording.SOURCE,
        ),
        rx.el.td(
            rx.el.div(_lines(row.national, row.national_folded), class_name="muted"),
            data_label=wording.NATIONAL,
        ),
        key=row.name,
    )


def _lines(lines: Any, folded: Any) -> rx.Component:
    # Any: Vars of the lines, and of what says how many they are.
    return rx.cond(
        folded != "",
        rx.el.details(rx.el.summary(folded), rx.foreach(lines, rx.el.p)),
        rx.fragment(rx.foreach(lines, rx.el.p)),
    )


def _remarks() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.REMARKS),
        rx.el.ul(rx.foreach(State.remarks, rx.el.li), class_name="stack-s"),
        class_name="card stack",
    )


def _history() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.HISTORY),
        rx.cond(
            State.history.length() > 0,
            rx.foreach(State.history, lambda row: _change(row, is_waiting=False)),
            rx.el.p(wording.HISTORY_NONE, class_name="muted"),
        ),
        class_name="stack",
    )
