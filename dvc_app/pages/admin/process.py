"""One process: its steps, a diagram, a try-out, its versions (A04)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.process_steps import diagram, step_editor
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.admin.processes import level_field
from dvc_app.state.admin.process import ProcessState as State
from dvc_app.state.admin.process_rows import TriedRow, VersionRow
from dvc_app.wording import processes as wording

TRY_HEADS = (wording.TRY_STEP, wording.TRY_START, wording.TRY_DUE)


def process_page() -> rx.Component:
    """Compose the page."""
    found = rx.fragment(
        error_summary(State),
        _head(),
        rx.cond(State.waits != "", rx.el.p(State.waits, class_name="notice")),
        diagram(),
        rx.cond(State.may_edit, _edit()),
        _acts(),
        _try(),
        rx.el.div(_versions(), _used_by(), class_name="dossier-grid"),
    )
    return admin_shell(
        rx.cond(
            State.missing,
            rx.el.div(
                rx.el.h1(wording.MISSING_TITLE),
                rx.el.p(wording.MISSING),
                link(wording.BACK, to=routes.ADMIN_PROCESSES, class_name="button"),
                class_name="stack",
            ),
            rx.cond(
                State.loaded,
                found,
                rx.el.div(rx.el.h1(wording.ONE_TITLE), skeleton(8), class_name="stack"),
            ),
        ),
        active=routes.ADMIN_PROCESSES,
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(
            link(wording.BACK, to=routes.ADMIN_PROCESSES), class_name="small crumbs"
        ),
        rx.el.h1(State.name),
        rx.el.p(
            wording.VERSION, " ", State.version, " · ", State.words, class_name="muted"
        ),
        rx.el.p(wording.FOR, ": ", State.used_for),
        class_name="stack-s",
    )


def _edit() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.EDIT),
        rx.el.form(
            rx.el.div(
                text_field(
                    _field("name", wording.NAME, required=True),
                    State.name,
                    auto_complete="off",
                ),
                text_field(
                    _field("procedure_code", wording.CODE, wording.CODE_HINT),
                    State.code,
                    auto_complete="off",
                ),
                level_field(State.level, State.problems.get("level", "")),
                text_field(
                    _field("valid_from", wording.VALID_FROM, wording.VALID_HINT, True),
                    State.valid_from,
                    auto_complete="off",
                ),
                class_name="step-fields",
            ),
            rx.el.div(
                rx.el.span(
                    State.problems.get("steps", ""), class_name="error", id="steps"
                ),
                rx.foreach(State.steps, step_editor),
                class_name="stack",
            ),
            rx.el.div(
                rx.el.button(
                    wording.SAVE,
                    type="submit",
                    class_name=rx.cond(
                        State.is_changed, "button", "button button--quiet"
                    ),
                ),
                rx.el.button(
                    wording.ADD,
                    type="button",
                    on_click=State.add,
                    class_name="button button--quiet",
                ),
                rx.cond(
                    State.is_changed,
                    rx.el.span(wording.CHANGED, class_name="small", role="status"),
                ),
                class_name="row",
            ),
            key=State.form_key,
            on_submit=State.save,
            no_validate=True,
            class_name="stack",
        ),
        class_name="stack",
    )


def _acts() -> rx.Component:
    quiet = "button button--quiet"
    return rx.el.div(
        rx.cond(State.may_publish, _press(wording.PUBLISH, State.publish)),
        rx.cond(
            State.may_propose & ~State.is_changed,
            _press(wording.PROPOSE, State.propose),
        ),
        rx.cond(State.may_renew, _press(wording.BEGIN_VERSION, State.renew)),
        rx.cond(State.may_withdraw, _press(wording.WITHDRAW, State.withdraw, quiet)),
        rx.el.span(State.problems.get("process", ""), class_name="error", id="process"),
        class_name="row",
    )


def _press(words: str, press: Any, css: str = "button") -> rx.Component:
    # Any: an event of the state.
    return rx.el.button(words, type="button", on_click=press, class_name=css)


def _try() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.TRY),
        rx.el.p(wording.TRY_LEAD, class_name="muted"),
        rx.el.form(
            text_field(_field("day", wording.TRY_AT), State.today, auto_complete="off"),
            text_field(
                _field("hours", wording.TRY_HOURS),
                "40",
                input_mode="decimal",
                auto_complete="off",
            ),
            rx.el.button(
                wording.TRY_BUTTON, type="submit", class_name="button button--quiet"
            ),
            on_submit=State.walk,
            no_validate=True,
            class_name="step-fields",
        ),
        rx.cond(
            State.tried.length() > 0,
            rx.el.table(
                rx.el.caption(wording.TRY, class_name="sr-only"),
                rx.el.thead(
                    rx.el.tr(*[rx.el.th(head, scope="col") for head in TRY_HEADS])
                ),
                rx.el.tbody(rx.foreach(State.tried, _tried)),
                class_name="table table--cards",
            ),
        ),
        class_name="card stack",
    )


def _tried(row: TriedRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(row.name, data_label=wording.TRY_STEP),
        rx.el.td(row.starts, data_label=wording.TRY_START, class_name="num"),
        rx.el.td(row.due, data_label=wording.TRY_DUE, class_name="num"),
    )


def _versions() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.VERSIONS),
        rx.el.ul(rx.foreach(State.versions, _version), class_name="stack"),
        class_name="card stack",
    )


def _version(row: VersionRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(wording.VERSION, " ", row.version),
        rx.el.p(row.words),
        rx.cond(row.by != "", rx.el.p(row.by, class_name="small muted")),
        key=row.version,
    )


def _used_by() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.USED_BY),
        rx.cond(State.used_by_all, rx.el.p(wording.USED_BY_ALL)),
        rx.cond(
            State.used_by.length() > 0,
            rx.el.ul(rx.foreach(State.used_by, rx.el.li), class_name="stack-s"),
            rx.el.p(wording.USED_BY_NONE, class_name="muted"),
        ),
        class_name="card stack",
    )


def _field(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    return Field(
        name,
        label,
        hint=hint,
        required=required,
        error=State.problems.get(name, ""),
    )
