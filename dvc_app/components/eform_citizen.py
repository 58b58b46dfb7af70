"""The form in step 2 of the wizard: its groups, and rows added and taken away."""

import reflex as rx

from dvc_app.components.browser_parts import LeadTo
from dvc_app.components.eform import eform_group
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.eform_rows import GroupRow, RowRow
from dvc_app.wording import eforms as wording

State = EformState


class CitizenRows:
    """What stands around the rows of a repeated group."""

    @staticmethod
    def head(group: GroupRow, row: RowRow) -> rx.Component:
        """Return the name of a row, and the button that takes it away."""
        return rx.el.div(
            rx.el.h3(row.title),
            rx.el.button(
                row.remove,
                type="button",
                class_name="button button--text",
                on_click=State.remove_row(group.code, row.id),
            ),
            class_name="row spread",
        )

    @staticmethod
    def foot(group: GroupRow) -> rx.Component:
        """Return what is said without rows, and the button that adds one."""
        rows = State.rows[group.code].to(list[RowRow])
        return rx.el.div(
            rx.cond(rows.length() == 0, rx.el.p(group.empty, class_name="muted")),
            rx.el.button(
                "+ ",
                group.add,
                type="button",
                class_name="button button--quiet",
                on_click=State.add_row(group.code),
            ),
            class_name="stack-s",
        )


def citizen_eform() -> rx.Component:
    """Return the procedure's own form; nothing where there is none."""
    return rx.fragment(
        rx.cond(
            State.loaded & (State.draft_id == FilingState.draft_id),
            rx.el.div(
                rx.el.div(
                    rx.el.h2(State.title),
                    rx.cond(
                        State.number != "",
                        rx.el.p(State.number, class_name="small muted"),
                    ),
                    class_name="eform-title",
                ),
                rx.foreach(
                    State.groups,
                    lambda group: eform_group(
                        State, group, FilingState.problems, CitizenRows
                    ),
                ),
                _removed(),
                key=State.form_key,
                class_name="stack-l",
            ),
        ),
        LeadTo.create(mark=State.focus_mark, target=State.focus_id),
    )


def _removed() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.removed != "",
            rx.el.div(
                rx.el.span(State.removed),
                rx.el.button(
                    wording.UNDO,
                    type="button",
                    class_name="button button--text",
                    on_click=State.restore_row,
                ),
                class_name="notice row undo-line",
            ),
        ),
        role="status",
    )
