"""Mời cán bộ theo bảng: paste, try, take (A01)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.state.admin.importing import ImportState as State
from dvc_app.state.admin.importing import VerdictRow
from dvc_app.wording import administration as wording


def import_page() -> rx.Component:
    """Compose the sheet and what became of its rows."""
    return admin_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.IMPORT_TITLE),
            rx.el.p(wording.IMPORT_LEAD),
            class_name="stack column",
        ),
        _columns(),
        rx.el.form(
            area_field(
                Field("rows", wording.PASTE, error=State.problems.get("rows", "")),
                spell_check=False,
                auto_complete="off",
            ),
            rx.el.button(
                rx.cond(State.busy, wording.TRY_BUSY, wording.TRY),
                type="submit",
                class_name=rx.cond(
                    State.is_fine | State.is_done, "button button--quiet", "button"
                ),
                disabled=State.busy | ~State.is_hydrated,
            ),
            on_submit=State.try_out,
            no_validate=True,
            class_name="card stack",
        ),
        rx.el.div(
            rx.cond(State.said != "", _verdict()),
            role="status",
        ),
        active=routes.ADMIN_IMPORT,
    )


def _columns() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.COLUMNS_TITLE),
        rx.el.ol(
            *[
                rx.el.li(rx.el.b(name), ": ", words)
                for name, words in wording.COLUMNS.items()
            ],
            class_name="sheet-columns small",
        ),
        class_name="stack",
    )


def _verdict() -> rx.Component:
    heads = (wording.LINE, wording.NAME, wording.ACCOUNT, wording.RESULT)
    return rx.el.section(
        rx.el.p(rx.el.b(State.said)),
        rx.cond(
            State.is_done,
            rx.el.div(link(wording.SEE_WAITING, to=State.waiting, class_name="button")),
        ),
        rx.cond(
            State.is_fine,
            rx.el.div(
                rx.el.button(
                    State.take_words,
                    type="button",
                    on_click=State.take,
                    disabled=State.busy,
                    class_name="button",
                )
            ),
        ),
        rx.el.table(
            rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
            rx.el.tbody(rx.foreach(State.rows, _row)),
            class_name="table table--cards admin-table",
        ),
        class_name="stack",
    )


def _row(row: rx.Var[VerdictRow]) -> rx.Component:
    css = rx.cond(row.is_fine, "tag tag--done", "error-line small")
    return rx.el.tr(
        rx.el.td(row.line, custom_attrs={"data-label": wording.LINE}),
        rx.el.td(row.name, custom_attrs={"data-label": wording.NAME}),
        rx.el.td(row.account, custom_attrs={"data-label": wording.ACCOUNT}),
        rx.el.td(
            rx.el.span(row.words, class_name=css),
            custom_attrs={"data-label": wording.RESULT},
        ),
        key=row.line,
    )
