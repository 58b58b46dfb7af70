"""Yêu cầu bổ sung (O06)."""

import reflex as rx

from dvc_app.components import dossier_parts as parts
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.supplement_parts import compared
from dvc_app.state.officer.ask_rows import AskRow, PreviewRow
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
            rx.fragment(_form(), rx.cond(State.is_preview, _preview())),
            rx.cond(State.why_not != "", notice(State.why_not)),
        ),
        _requests(),
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.p(wording.OFFICER_LEAD, class_name="muted"),
        _group(wording.PAPERS, rx.foreach(State.papers, _point)),
        _group(wording.FIELDS, rx.foreach(State.fields, _point)),
        _group(wording.OTHER, _point(State.other)),
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


def _group(title: str, *points: rx.Component) -> rx.Component:
    return rx.el.section(rx.el.h2(title), *points, class_name="card stack-s")


def _point(row: AskRow) -> rx.Component:
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
                    rx.el.span(" · ", row.stands, class_name="small muted"),
                ),
            ),
            class_name="tick",
        ),
        rx.cond(row.is_ticked, _reason(row)),
        key=row.key,
    )


def _reason(row: AskRow) -> rx.Component:
    reason = _named(row, "reason", wording.REASON_FIELD, wording.REASON_HINT)
    how_to = _named(row, "how_to", wording.HOW_TO_FIELD, wording.HOW_TO_HINT)
    return rx.el.div(
        rx.el.label(
            rx.el.span(wording.TEMPLATE),
            rx.el.select(
                *[
                    rx.el.option(words, value=key)
                    for key, words in wording.TEMPLATES.items()
                ],
                value=row.template,
                on_change=lambda key: State.use_template(row.key, key),
            ),
            class_name="field",
        ),
        rx.el.div(area_field(reason, row.reason), key=row.template),
        area_field(how_to),
        class_name="stack-s other-day",
    )


def _named(row: AskRow, part: str, label: str, hint: str) -> Field:
    name = row.key + f".{part}"
    error = row.reason_fault if part == "reason" else row.how_to_fault
    return Field(name, label, hint=hint, required=True, error=error)


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


def _preview() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PREVIEW_TITLE),
        rx.el.p(rx.el.b(State.preview_until)),
        rx.cond(
            State.preview_note != "", rx.el.p(State.preview_note, class_name="typed")
        ),
        rx.el.ol(rx.foreach(State.preview, _read), class_name="numbered"),
        rx.cond(State.is_again, notice(wording.AGAIN_NOTICE, kind="warn")),
        rx.el.div(
            rx.el.button(
                wording.CHANGE,
                type="button",
                class_name="button button--text",
                on_click=State.change,
            ),
            rx.el.span(class_name="grow"),
            rx.el.button(
                rx.cond(
                    State.busy,
                    wording.SENDING,
                    rx.cond(State.is_again, wording.ASK_AGAIN, wording.ASK),
                ),
                type="button",
                class_name="button",
                disabled=State.busy,
                on_click=State.ask,
            ),
            class_name="row",
        ),
        class_name="card card--lift stack",
    )


def _read(row: PreviewRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.title),
        rx.el.p(wording.REASON, ": ", row.reason, class_name="typed"),
        rx.el.p(wording.HOW_TO, ": ", row.how_to, class_name="typed"),
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
        open=request.is_answered | request.is_waiting,
        class_name="fold stack",
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
