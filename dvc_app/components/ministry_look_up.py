"""The one frame of look-ups in registers: what to ask, its fields, the answer (C26)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.human_proof import human_proof
from dvc_app.components.link import leaving_link, link
from dvc_app.components.notice import notice
from dvc_app.state.ministry_look_up import MinistryLookUpState as State
from dvc_app.state.ministry_rows import Cell, FieldRow, GridView
from dvc_app.wording import ministry_look_up as wording


def any_number() -> rx.Component:
    """Return the one box that takes any number (★)."""
    return rx.el.form(
        text_field(
            Field("any", wording.ANY_LABEL, wording.ANY),
            auto_complete="off",
            spell_check=False,
            enter_key_hint="search",
        ),
        rx.el.button(wording.ANY_GO, type="submit", class_name="button button--quiet"),
        rx.cond(
            State.any_note != "",
            rx.el.p(State.any_note, role="status", class_name="notice notice--warn"),
        ),
        on_submit=State.find_any,
        no_validate=True,
        role="search",
        class_name="card stack-s",
    )


def question_tabs() -> rx.Component:
    """Return the registers, and below them what the open one is asked."""
    return rx.el.div(
        rx.el.nav(
            rx.foreach(State.registers, _tab),
            aria_label=wording.REGISTER_LABEL,
            class_name="tabs",
        ),
        rx.el.nav(
            rx.foreach(State.questions, _chip),
            aria_label=wording.QUESTION_LABEL,
            class_name="row",
        ),
        class_name="stack-s",
    )


def question_form() -> rx.Component:
    """Return the fields of the open question."""
    return rx.el.form(
        rx.el.div(rx.foreach(State.fields, _field), class_name="fields fields--2"),
        rx.cond(State.needs_purpose, _purpose()),
        rx.cond(State.needs_proof, _proof()),
        rx.cond(
            State.is_count,
            submit_button(wording.COUNT, State.busy, wording.ASKING),
            submit_button(wording.SEARCH, State.busy, wording.ASKING),
        ),
        key=State.form_key,
        on_submit=State.put,
        no_validate=True,
        class_name="card stack",
    )


def answer(*more: rx.Component) -> rx.Component:
    """Return what the register said, when, and what may be done with it."""
    return rx.cond(
        State.has_answer,
        rx.el.section(
            rx.el.h2(wording.ANSWER),
            rx.cond(
                State.standing != "",
                rx.el.div(notice(State.standing, kind="warn"), role="status"),
            ),
            rx.cond(
                State.is_empty,
                rx.el.p(wording.NOTHING, role="status", class_name="card empty"),
            ),
            rx.cond(State.facts.length() > 0, _facts()),
            rx.foreach(State.tables, _table),
            rx.cond(State.has_table, _main()),
            rx.cond(
                State.source != "", rx.el.p(State.source, class_name="small muted")
            ),
            rx.cond(
                State.is_masked,
                rx.el.p(wording.MASKED, class_name="small muted"),
            ),
            rx.cond(
                State.export_href != "",
                leaving_link(
                    wording.EXPORT,
                    to=State.export_href,
                    class_name="button button--quiet",
                ),
            ),
            *more,
            class_name="stack",
        ),
    )


def _tab(tab: Any) -> rx.Component:
    # Any: a Var of words, address and whether it is open.
    here = rx.cond(tab[2], "page", "false")
    return link(tab[0], to=tab[1], aria_current=here, key=tab[1])


def _chip(question: Any) -> rx.Component:
    # Any: as in `_tab`; a chip that is not open has no mark at all.
    words, href = question[0], question[1]
    return rx.cond(
        question[2],
        link(words, to=href, class_name="chip", aria_current="page"),
        link(words, to=href, class_name="chip"),
    )


def _field(row: rx.Var[FieldRow]) -> rx.Component:
    fault = State.problems.get(row.name, "")
    return rx.el.div(
        rx.el.label(rx.el.span(row.label, class_name="required"), html_for=row.name),
        rx.el.span(row.hint, class_name="hint", id=row.name + "-goi-y"),
        rx.el.span(fault, class_name="error", id=row.name + "-loi"),
        rx.el.input(
            id=row.name,
            name=row.name,
            default_value=row.value,
            auto_complete="off",
            spell_check=False,
            input_mode=rx.cond(row.is_number, "text", "numeric"),
            aria_required="true",
            aria_invalid=rx.cond(fault != "", "true", "false"),
            aria_describedby=row.name + "-loi " + row.name + "-goi-y",
        ),
        key=row.name,
        class_name=rx.cond(fault != "", "field field--error", "field"),
    )


def _purpose() -> rx.Component:
    return text_field(
        Field(
            "purpose",
            wording.PURPOSE,
            wording.PURPOSE_HINT,
            required=True,
            error=State.problems.get("purpose", ""),
        ),
        auto_complete="off",
    )


def _proof() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.PROOF_TITLE),
        rx.el.p(wording.PROOF_WHY, class_name="small muted"),
        human_proof(
            always=True,
            spent=State.attempt,
            error=State.problems.get("picture", ""),
        ),
        class_name="stack",
        role="group",
        aria_label=wording.PROOF_TITLE,
    )


def _facts() -> rx.Component:
    return rx.el.dl(
        rx.foreach(
            State.facts,
            lambda fact: rx.fragment(rx.el.dt(fact[0]), rx.el.dd(fact[1])),
        ),
        class_name="card facts",
    )


def _main() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.count != "",
            rx.el.p(State.count, role="status", class_name="small muted"),
        ),
        rx.cond(State.cut != "", notice(State.cut, kind="warn")),
        _table(State.table),
        rx.cond(State.pages != "", _paging()),
        class_name="stack-s",
    )


def _table(grid: rx.Var[GridView]) -> rx.Component:
    return rx.el.table(
        rx.el.caption(grid.title, class_name="table-title"),
        rx.el.thead(
            rx.el.tr(rx.foreach(grid.heads, lambda head: rx.el.th(head, scope="col")))
        ),
        rx.el.tbody(
            rx.foreach(grid.rows, lambda row: rx.el.tr(rx.foreach(row, _cell)))
        ),
        class_name="table table--cards card admin-table",
    )


def _cell(cell: rx.Var[Cell]) -> rx.Component:
    return rx.el.td(rx.el.span(cell.text), data_label=cell.head)


def _paging() -> rx.Component:
    return rx.el.nav(
        _step(wording.BEFORE, -1, State.has_before),
        rx.el.span(State.pages, class_name="muted small num"),
        _step(wording.AFTER, 1, State.has_after),
        aria_label=wording.PAGING,
        class_name="row paging",
    )


def _step(words: str, by: int, is_there: Any) -> rx.Component:
    # Any: a Var of bool.
    return rx.el.button(
        words,
        type="button",
        class_name="button button--quiet button--small",
        disabled=~is_there,
        on_click=State.turn(by),
    )
