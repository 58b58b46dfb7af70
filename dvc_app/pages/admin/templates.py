"""Mẫu văn bản: texts with variables, published by a second person (A08)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import (
    Field,
    area_field,
    select_field,
    text_field,
)
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.templates import FormSetRow, TextRow
from dvc_app.state.admin.templates import TemplatesState as State
from dvc_app.wording import templates as wording


def templates_page() -> rx.Component:
    """Compose the list, or one text."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.cond(
            State.loaded,
            rx.cond(State.opened.id != "", _one(), rx.fragment(_list(), _forms())),
            skeleton(8),
        ),
        active=routes.ADMIN_TEMPLATES,
    )


def _list() -> rx.Component:
    heads = (wording.NAME, wording.PROCEDURE, wording.STATE, wording.ACT)
    return rx.el.div(
        select_field(
            Field("kind", wording.KIND),
            [
                rx.el.option(words, value=str(kind))
                for kind, words in wording.KINDS.items()
            ],
            value=State.kind,
            on_change=State.choose,
        ),
        rx.cond(
            State.rows.length() > 0,
            rx.el.table(
                rx.el.caption(wording.CAPTION, class_name="sr-only"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
                rx.el.tbody(rx.foreach(State.rows, _row)),
                class_name="table table--cards card admin-table",
            ),
            rx.el.p(wording.EMPTY, class_name="card empty", role="status"),
        ),
        class_name="stack",
    )


def _row(row: TextRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.b(row.name),
            rx.el.p(row.body, class_name="small muted"),
            data_label=wording.NAME,
        ),
        rx.el.td(row.procedure, class_name="num", data_label=wording.PROCEDURE),
        rx.el.td(rx.el.span(row.state, class_name=row.css), data_label=wording.STATE),
        rx.el.td(
            rx.el.button(
                wording.OPEN,
                type="button",
                aria_label=row.label,
                on_click=State.open(row.id),
                class_name="button button--quiet button--small",
            ),
            data_label=wording.ACT,
        ),
        key=row.id,
    )


def _forms() -> rx.Component:
    heads = (
        wording.FORMS_SET,
        wording.FORMS_SINCE,
        wording.FORMS_UNTIL,
        wording.FORMS_LIST,
    )
    return rx.el.section(
        rx.el.h2(wording.FORMS_TITLE),
        rx.el.p(wording.FORMS_LEAD, class_name="muted"),
        rx.el.table(
            rx.el.caption(wording.FORMS_TITLE, class_name="sr-only"),
            rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
            rx.el.tbody(rx.foreach(State.form_sets, _form_set)),
            class_name="table table--cards card admin-table",
        ),
        class_name="stack",
    )


def _form_set(row: FormSetRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.circular), data_label=wording.FORMS_SET),
        rx.el.td(row.since, class_name="num", data_label=wording.FORMS_SINCE),
        rx.el.td(row.until, class_name="num", data_label=wording.FORMS_UNTIL),
        rx.el.td(
            rx.el.ul(rx.foreach(row.forms, rx.el.li), class_name="plain-list"),
            data_label=wording.FORMS_LIST,
        ),
        key=row.circular,
    )


def _one() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            wording.BACK,
            type="button",
            on_click=State.back,
            class_name="button button--text",
        ),
        rx.el.div(_form(), _versions(), class_name="halves"),
        class_name="stack",
    )


def _form() -> rx.Component:
    opened = State.opened
    return rx.el.form(
        rx.el.h2(wording.EDIT_TITLE),
        _line("title", wording.TITLE_FIELD, opened.name, True),
        rx.cond(
            opened.subject != "", _line("subject", wording.SUBJECT, opened.subject)
        ),
        area_field(
            Field(
                "body",
                wording.BODY,
                State.variables,
                required=True,
                error=State.problems.get("body", ""),
            ),
            opened.body,
            on_blur=State.see,
        ),
        area_field(
            Field("how_to", wording.HOW_TO, error=State.problems.get("how_to", "")),
            opened.how_to,
        ),
        _line("legal_basis", wording.LEGAL_BASIS, opened.legal_basis),
        text_field(
            Field(
                "valid_from",
                wording.VALID_FROM,
                wording.VALID_FROM_HINT,
                error=State.problems.get("valid_from", ""),
            ),
            auto_complete="off",
        ),
        rx.el.div(
            rx.cond(
                State.preview.length() > 0,
                rx.fragment(
                    rx.el.b(wording.PREVIEW),
                    rx.foreach(State.preview, rx.el.p),
                    rx.cond(
                        State.length != "",
                        rx.el.p(State.length, class_name="small muted"),
                    ),
                ),
            ),
            aria_live="polite",
            class_name="stack-s",
        ),
        submit_button(wording.PROPOSE, State.busy, wording.SENDING),
        on_submit=State.propose,
        no_validate=True,
        key=State.opened.id,
        class_name="card stack",
    )


def _line(
    name: str, label: str, value: str | rx.Var[str], required: bool = False
) -> rx.Component:
    error = State.problems.get(name, "")
    field = Field(name, label, required=required, error=error)
    return text_field(field, value, auto_complete="off")


def _versions() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.VERSIONS),
        rx.el.ol(rx.foreach(State.versions, _version), class_name="stack"),
        class_name="stack",
    )


def _version(row: TextRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(row.version),
            rx.el.span(row.state, class_name=row.css),
            class_name="row spread",
        ),
        rx.el.p(row.body),
        rx.cond(row.how_to != "", rx.el.p(row.how_to, class_name="muted")),
        rx.cond(row.legal_basis != "", rx.el.p(row.legal_basis, class_name="small")),
        rx.el.p(row.by, class_name="small muted"),
        rx.el.div(
            rx.cond(row.may_publish, _act(wording.PUBLISH, State.publish(row.id))),
            rx.cond(row.may_withdraw, _act(wording.WITHDRAW, State.withdraw(row.id))),
            _act(wording.TRY, State.try_out(row.id)),
            class_name="row",
        ),
        class_name="card stack-s",
        key=row.id,
    )


def _act(words: str, act: Any) -> rx.Component:
    # Any: an event with its argument.
    return rx.el.button(
        words,
        type="button",
        on_click=act,
        class_name="button button--quiet button--small",
    )
