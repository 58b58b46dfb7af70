"""Yêu cầu bổ sung (O06)."""

from typing import Any

import reflex as rx

from dvc_app.components import dossier_parts as parts
from dvc_app.components.ask_preview import preview
from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.supplement_parts import compared
from dvc_app.state.officer.ask_rows import AskGroup, AskRow
from dvc_app.state.officer.ask_supplement import AskSupplementState as State
from dvc_app.state.supplement_rows import RequestRow
from dvc_app.wording import supplements as wording


def ask_supplement_page() -> rx.Component:
    """Compose the page."""
    return parts.dossier_page(
        State,
        wording.OFFICER_TITLE,
        error_summary(State),
        parts.dossier_head(State.head, wording.OFFICER_TITLE),
        rx.el.p(link(wording.TO_PROCESSING, to=State.back_href)),
        rx.cond(State.is_past, notice(wording.PROPOSE_STOP, kind="warn")),
        rx.cond(
            State.may_ask,
            rx.fragment(_form(), rx.cond(State.is_preview, preview())),
            rx.cond(State.why_not != "", notice(State.why_not)),
        ),
        _requests(),
        held=State.head.code,
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.p(wording.OFFICER_LEAD, class_name="muted"),
        _card(wording.PAPERS, _points(State.papers, "component")),
        _card(
            wording.FIELDS,
            rx.el.p(wording.FIELDS_LEAD, class_name="small muted"),
            rx.foreach(State.groups, _fields),
        ),
        _card(wording.OTHER, _point(State.other, "free")),
        _terms(),
        rx.el.div(
            submit_button(wording.PREVIEW, State.busy, wording.SENDING),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.look,
        no_validate=True,
        hidden=State.is_preview,  # kept, so that going back finds every word
        class_name="stack",
        id="points",
    )


def _card(title: str, *points: rx.Component) -> rx.Component:
    return rx.el.section(rx.el.h2(title), *points, class_name="card stack-s")


def _fields(group: AskGroup) -> rx.Component:
    """Return the fields under one heading of the form, shut until it is needed."""
    return rx.el.details(
        rx.el.summary(
            rx.el.h3(group.title),
            rx.cond(
                group.count != "",
                rx.el.span(group.count, class_name="tag tag--info", role="status"),
            ),
        ),
        _points(group.rows, "field"),
        open=group.is_open,
        key=group.key,
        class_name="fold asks-group",
    )


def _points(rows: Any, kind: str) -> rx.Component:
    # Any: a Var of rows.
    return rx.el.div(rx.foreach(rows, lambda row: _point(row, kind)), class_name="asks")


def _point(row: AskRow, kind: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                checked=row.is_ticked,
                on_change=lambda _: State.tick(row.key),
            ),
            rx.el.span(
                row.title,
                rx.cond(
                    row.stands != "",
                    rx.el.span(row.stands, class_name="small muted stands"),
                ),
            ),
            class_name="tick",
        ),
        rx.cond(row.is_ticked, _reason(row, kind)),
        key=row.key,
        class_name=rx.cond(row.is_ticked, "ask is-asked", "ask"),
    )


def _reason(row: AskRow, kind: str) -> rx.Component:
    return rx.el.div(
        _usual(row, State.usual[kind]),
        rx.el.div(
            _words(row, "reason", wording.REASON_FIELD, wording.REASON_HINT),
            _words(row, "how_to", wording.HOW_TO_FIELD, wording.HOW_TO_HINT),
            key=row.stamp,
            class_name="halves",
        ),
        class_name="stack-s other-day",
    )


def _usual(row: AskRow, usual: Any) -> rx.Component:
    # Any: a Var of keys and titles.
    name = row.key + ".usual"
    choose = select_field(
        Field(name, wording.TEMPLATE, hint=wording.TEMPLATE_HINT),
        [
            rx.el.option(wording.TEMPLATE_NONE, value=""),
            rx.foreach(usual, lambda one: rx.el.option(one[1], value=one[0])),
        ],
        value=row.template,
        on_change=lambda key: State.use_template(row.key, key),
    )
    return rx.cond(usual.length() > 0, choose)


def _words(row: AskRow, part: str, label: str, hint: str) -> rx.Component:
    error = row.reason_fault if part == "reason" else row.how_to_fault
    begins = row.reason if part == "reason" else row.how_to
    field = Field(row.key + f".{part}", label, hint=hint, required=True, error=error)
    return area_field(
        field, begins, on_blur=lambda text: State.keep(row.key, part, text)
    )


def _terms() -> rx.Component:
    problems = State.problems
    deadline = Field(
        "deadline",
        wording.DEADLINE,
        hint=wording.DEADLINE_HINT,
        required=True,
        error=problems.get("deadline", ""),
    )
    note = Field("note", wording.NOTE_FIELD, error=problems.get("note", ""))
    why = Field(
        "why_again",
        wording.WHY_AGAIN,
        hint=wording.WHY_AGAIN_HINT,
        required=True,
        error=problems.get("why_again", ""),
    )
    return rx.el.section(
        text_field(deadline, input_mode="numeric", auto_complete="off"),
        area_field(note),
        rx.cond(State.is_again, area_field(why)),
        required_legend(),
        class_name="card stack",
    )


def _requests() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.REQUESTS),
        rx.cond(
            State.requests.length() > 0,
            rx.foreach(State.requests, _request),
            rx.el.p(wording.NO_REQUESTS, class_name="muted"),
        ),
        class_name="stack",
    )


def _request(request: RequestRow) -> rx.Component:
    lines = (request.note, request.why_again, request.decision, request.due_moved)
    return rx.el.details(
        rx.el.summary(
            rx.el.b(request.title),
            " ",
            rx.el.span(request.status, class_name=request.status_css),
            " ",
            rx.el.span(request.by, " · ", request.until, class_name="small muted"),
        ),
        *[rx.cond(line != "", rx.el.p(line, class_name="typed")) for line in lines],
        compared(request),
        rx.cond(request.is_waiting & State.may_confirm, _confirm(request)),
        open=request.is_answered | request.is_waiting | request.is_open,
        class_name="fold stack asked-before",
        key=request.id,
    )


def _confirm(request: RequestRow) -> rx.Component:
    field = Field(
        "declined_reason",
        wording.DECLINE_REASON,
        error=State.problems.get("declined_reason", ""),
    )
    return rx.el.form(
        rx.el.input(type="hidden", name="request", value=request.id),
        area_field(field),
        rx.el.div(
            rx.el.button(
                wording.CONFIRM,
                type="button",
                class_name="button",
                on_click=State.confirm(request.id),
            ),
            rx.el.button(
                wording.DECLINE, type="submit", class_name="button button--quiet"
            ),
            class_name="row",
        ),
        on_submit=State.decline,
        no_validate=True,
        class_name="card stack",
    )
