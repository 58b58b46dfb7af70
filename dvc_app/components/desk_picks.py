"""The bar of the chosen rows: only acts that are valid for every one (O02)."""

import reflex as rx

from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import leaving_link
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.desk_filters import Choice
from dvc_app.state.officer.desk_picks import ASK_REASON, OFFICER, REASON, ResultRow
from dvc_app.state.officer.desk_picks import DeskPicksState as State
from dvc_app.state.officer.desk_rows import DeskLine
from dvc_app.wording import desk as wording


def pick_box(line: DeskLine) -> rx.Component:
    """Return the box of a row; a press or the key x ticks it."""
    return rx.el.input(
        type="checkbox",
        aria_label=line.pick,
        default_checked=State.picked.contains(line.id),
        on_change=lambda is_on: State.pick(line.id, is_on),
        key=State.round + line.id,
        class_name="pick",
    )


def pick_all_box() -> rx.Component:
    """Return the box that ticks the whole page."""
    return rx.el.input(
        type="checkbox",
        aria_label=wording.PICK_ALL,
        default_checked=State.all_on,
        on_change=State.pick_all,
        key=State.round,
        class_name="pick",
    )


def picks_bar() -> rx.Component:
    """Return the bar while something is chosen, and what became of the last act."""
    return rx.fragment(
        rx.cond(State.picked.length() > 0, _bar()),
        rx.cond(State.results.length() > 0, _results()),
    )


def _bar() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.b(State.words, role="status"),
            rx.cond(
                State.may_take,
                rx.el.button(
                    wording.TAKE_ALL,
                    type="button",
                    class_name="button button--quiet button--small",
                    on_click=State.take,
                ),
            ),
            rx.cond(
                State.print_href != "",
                leaving_link(
                    wording.PRINT_ALL,
                    to=State.print_href,
                    class_name="button button--quiet button--small",
                ),
            ),
            rx.cond(State.has_none, rx.el.span(wording.NO_COMMON, class_name="muted")),
            rx.el.span(class_name="grow"),
            rx.el.button(
                wording.UNPICK,
                type="button",
                class_name="button button--text button--small",
                on_click=State.unpick,
            ),
            class_name="row",
        ),
        rx.cond(State.may_give, _give()),
        rx.cond(State.may_ask, _ask()),
        aria_label=wording.PICKS,
        class_name="card stack-s picks-bar",
    )


def _give() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.GIVE_ALL),
        rx.el.form(
            select_field(
                Field(
                    OFFICER,
                    wording.GIVE_TO,
                    required=True,
                    error=State.problems.get(OFFICER, ""),
                ),
                [
                    rx.el.option(wording.GIVE_CHOOSE, value=""),
                    rx.foreach(DeskState.officers, _officer),
                ],
            ),
            _why(REASON, wording.GIVE_WHY),
            submit_button(wording.GIVE_ALL, State.busy, wording.WORKING),
            on_submit=State.give,
            no_validate=True,
            class_name="filters",
        ),
    )


def _ask() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.ASK_ALL),
        rx.el.form(
            _why(ASK_REASON, wording.ASK_WHY),
            submit_button(wording.ASK_ALL, State.busy, wording.WORKING),
            on_submit=State.ask,
            no_validate=True,
            class_name="filters",
        ),
    )


def _why(name: str, label: str) -> rx.Component:
    field = Field(name, label, required=True, error=State.problems.get(name, ""))
    return text_field(field, auto_complete="off", max_length=500)


def _officer(one: Choice) -> rx.Component:
    return rx.el.option(one.words, value=one.value, key=one.value)


def _results() -> rx.Component:
    return rx.el.section(
        rx.el.p(rx.el.b(State.results_words), role="status"),
        rx.el.ul(rx.foreach(State.results, _result), class_name="plain stack-s"),
        aria_label=wording.RESULTS,
        class_name="card stack-s",
    )


def _result(row: ResultRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.code, class_name="num"),
        rx.el.span(row.words, class_name=row.css),
        class_name="row",
        key=row.code,
    )
