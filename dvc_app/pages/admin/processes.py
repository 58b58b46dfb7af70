"""Quy trình: the list of processes, and a new one (A04)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.process_rows import LineRow
from dvc_app.state.admin.processes import ProcessesState as State
from dvc_app.wording import processes as wording

HEADS = (
    wording.NAME,
    wording.FOR,
    wording.STEPS,
    wording.VERSION,
    wording.STATE,
)


def processes_page() -> rx.Component:
    """Compose the list."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack-s",
        ),
        rx.cond(
            State.loaded,
            rx.cond(
                State.rows.length() > 0,
                _table(),
                rx.el.p(wording.EMPTY, class_name="card empty", role="status"),
            ),
            skeleton(6),
        ),
        _new(),
        active=routes.ADMIN_PROCESSES,
    )


def _table() -> rx.Component:
    return rx.el.table(
        rx.el.caption(wording.CAPTION, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in HEADS])),
        rx.el.tbody(rx.foreach(State.rows, _row)),
        class_name="table table--cards card admin-table",
    )


def _row(row: LineRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(link(row.name, to=row.href)), data_label=wording.NAME),
        rx.el.td(row.used_for, data_label=wording.FOR),
        rx.el.td(row.steps, data_label=wording.STEPS),
        rx.el.td(
            row.version,
            rx.el.span(row.in_force, class_name="small muted block"),
            data_label=wording.VERSION,
        ),
        rx.el.td(rx.el.span(row.state, class_name=row.css), data_label=wording.STATE),
        key=row.href,
    )


def _new() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NEW),
        rx.el.p(wording.NEW_LEAD, class_name="muted"),
        rx.el.form(
            text_field(_field("name", wording.NAME, required=True)),
            text_field(_field("procedure_code", wording.CODE, wording.CODE_HINT)),
            level_field("", State.problems.get("level", "")),
            rx.el.button(wording.NEW_BUTTON, type="submit", class_name="button"),
            on_submit=State.begin,
            no_validate=True,
            class_name="stack column",
        ),
        class_name="card stack",
    )


def level_field(chosen: str | rx.Var[str], error: rx.Var[str]) -> rx.Component:
    """Return the choice of the level of units."""
    return select_field(
        Field("level", wording.LEVEL, error=error),
        [rx.el.option(words, value=key) for key, words in wording.LEVELS.items()],
        default_value=chosen,
    )


def _field(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    return Field(
        name,
        label,
        hint=hint,
        required=required,
        error=State.problems.get(name, ""),
    )
