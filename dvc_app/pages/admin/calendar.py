"""Lịch làm việc: days and hours of offices, changed by two (A06)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell, unit_option
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.calendar import CalendarState as State
from dvc_app.state.admin.calendar_rows import Cell, ChangeRow, Hours, Month
from dvc_app.wording import calendars as wording

LEGEND = (
    ("cal-open", wording.LEGEND_OPEN),
    ("cal-closed", wording.LEGEND_CLOSED),
    ("cal-holiday", wording.LEGEND_HOLIDAY),
    ("cal-swapped", wording.LEGEND_SWAPPED),
)


def calendar_page() -> rx.Component:
    """Compose the year, the hours, the form and the changes."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.cond(
            State.loaded,
            rx.el.div(
                _choices(),
                _year(),
                rx.el.div(_hours(), _change(), class_name="cal-below"),
                _changes(),
                class_name="stack-l",
            ),
            skeleton(8),
        ),
        active=routes.ADMIN_CALENDAR,
    )


def _choices() -> rx.Component:
    return rx.el.div(
        select_field(
            Field("unit", wording.UNIT),
            rx.foreach(State.units, unit_option),
            value=State.unit,
            on_change=State.choose_unit,
        ),
        rx.el.div(
            _turn(State.year - 1),
            rx.el.b(wording.YEAR.format(year=State.year), aria_live="polite"),
            _turn(State.year + 1),
            role="group",
            aria_label=wording.YEARS,
            class_name="row cal-years",
        ),
        class_name="row spread",
    )


def _turn(year: rx.Var[int]) -> rx.Component:
    return rx.el.button(
        wording.BEFORE.format(year=year),
        type="button",
        on_click=State.turn(year),
        class_name="button button--quiet button--small",
    )


def _year() -> rx.Component:
    return rx.el.section(
        rx.el.ul(
            *[
                rx.el.li(rx.el.i(class_name=css, aria_hidden="true"), words)
                for css, words in LEGEND
            ],
            aria_label=wording.LEGEND,
            class_name="cal-legend small",
        ),
        rx.el.div(rx.foreach(State.months, _month), class_name="cal-year"),
        class_name="stack",
    )


def _month(month: Month) -> rx.Component:
    return rx.el.section(
        rx.el.h2(month.name),
        rx.el.div(
            *[rx.el.span(day, class_name="cal-head") for day in wording.WEEKDAYS],
            rx.foreach(month.cells, _cell),
            aria_hidden="true",
            class_name="cal-grid num",
        ),
        rx.cond(
            month.exceptions.length() > 0,
            rx.el.ul(rx.foreach(month.exceptions, rx.el.li), class_name="cal-list"),
            rx.el.p(wording.NO_EXCEPTION, class_name="muted small cal-quiet"),
        ),
        class_name="card cal-month",
        key=month.name,
    )


def _cell(cell: Cell) -> rx.Component:
    return rx.el.span(cell.number, title=cell.title, class_name=cell.css)


def _hours() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.HOURS_TITLE),
        rx.foreach(State.hours, _hours_row),
        class_name="card stack",
    )


def _hours_row(row: Hours) -> rx.Component:
    return rx.el.div(
        rx.el.b(row.since),
        rx.el.dl(
            rx.el.dt(wording.MONDAY_TO_FRIDAY),
            rx.el.dd(row.weekdays, class_name="num"),
            rx.el.dt(wording.SATURDAY),
            rx.el.dd(row.saturday, class_name="num"),
            class_name="facts",
        ),
    )


def _change() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CHANGE_TITLE),
        rx.el.p(wording.CHANGE_LEAD, class_name="muted small"),
        select_field(
            Field("what", wording.WHAT),
            [rx.el.option(words, value=key) for key, words in wording.WHATS.items()],
            value=State.what,
            on_change=State.choose_what,
        ),
        rx.el.form(
            _field("day", wording.DAY, wording.DAY_HINT, True),
            rx.match(
                State.what,
                ("swap", rx.fragment(_free(), _name())),
                ("hours", _hours_fields()),
                ("open", rx.fragment()),
                _name(),
            ),
            _field("reason", wording.REASON, wording.REASON_HINT),
            rx.cond(
                State.effect.length() > 0,
                rx.fragment(),
                submit_button(wording.SEE, State.busy, wording.SEEING),
            ),
            on_submit=State.see,
            no_validate=True,
            key=State.form_key,
            class_name="stack",
        ),
        rx.cond(State.effect.length() > 0, _effect()),
        class_name="card stack",
    )


def _free() -> rx.Component:
    return _field("free", wording.FREE, wording.FREE_HINT, True)


def _name() -> rx.Component:
    return _field("name", wording.NAME, wording.NAME_HINT, True)


def _hours_fields() -> rx.Component:
    return rx.fragment(
        _field("weekdays", wording.WEEKDAYS_HOURS, wording.HOURS_HINT),
        _field("saturday", wording.SATURDAY_HOURS, wording.SATURDAY_HINT),
    )


def _field(name: str, label: str, hint: str, required: bool = False) -> rx.Component:
    error = State.problems.get(name, "")
    return text_field(
        Field(name, label, hint, required=required, error=error), auto_complete="off"
    )


def _effect() -> rx.Component:
    return rx.el.div(
        rx.el.h3(wording.EFFECT_TITLE),
        rx.el.ul(rx.foreach(State.edits, rx.el.li)),
        rx.foreach(State.effect, rx.el.p),
        rx.el.ul(rx.foreach(State.examples, rx.el.li), class_name="small num"),
        rx.el.div(
            rx.el.button(
                wording.PROPOSE,
                type="button",
                on_click=State.propose,
                class_name="button",
            ),
            rx.el.button(
                wording.BACK,
                type="button",
                on_click=State.correct,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        role="status",
        class_name="notice notice--warn stack-s",
    )


def _changes() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CHANGES_TITLE),
        rx.cond(
            State.changes.length() > 0,
            rx.el.ol(rx.foreach(State.changes, _change_row), class_name="stack"),
            rx.el.p(wording.NO_CHANGES, class_name="card empty"),
        ),
        class_name="stack",
    )


def _change_row(row: ChangeRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.span(row.state, class_name=row.css),
            rx.el.b(row.unit),
            class_name="row",
        ),
        rx.el.ul(rx.foreach(row.edits, rx.el.li)),
        rx.cond(row.reason != "", rx.el.p(row.reason)),
        rx.el.div(rx.foreach(row.effect, rx.el.p), class_name="small"),
        rx.el.p(row.by, class_name="small muted"),
        rx.cond(row.decided != "", rx.el.p(row.decided, class_name="small muted")),
        rx.el.div(
            rx.cond(row.may_confirm, _act(wording.CONFIRM, State.confirm(row.id))),
            rx.cond(row.may_decline, _act(row.decline, State.decline(row.id))),
            rx.cond(row.may_undo, _act(wording.UNDO, State.undo(row.id))),
            class_name="row",
        ),
        class_name="card stack-s",
        key=row.id,
    )


def _act(words: str | rx.Var[str], act: Any) -> rx.Component:
    # Any: an event with its argument.
    return rx.el.button(
        words,
        type="button",
        on_click=act,
        class_name="button button--quiet button--small",
    )
