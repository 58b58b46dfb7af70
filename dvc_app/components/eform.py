"""An electronic form drawn from its definition: groups, rows, fields (C11, O03).

The same parts serve the citizen and the receiving officer; `state` has EformVars and
the handlers save_field, save_part and tick. No field is bound to it (R7).
"""

from typing import Any

import reflex as rx

from dvc_app.components.eform_fields import eform_field, fault, is_there
from dvc_app.state.eform_rows import GroupRow, RowRow, WhyRow
from dvc_app.wording import eforms as wording


def eform_group(state: Any, group: GroupRow, errors: Any, rows: Any) -> rx.Component:
    """Return a group; `rows` draws what a repeated one needs about its rows."""
    # Any: a state class, a Var of sentences by key, a function of the group.
    body = rx.foreach(
        state.rows[group.code].to(list[RowRow]),
        lambda row: _row(state, group, row, errors, rows),
    )
    return rx.cond(
        is_there(state.hidden, group.key),
        rx.fragment(),
        rx.el.fieldset(
            rx.el.legend(group.title, class_name="h2"),
            rx.cond(group.hint != "", rx.el.p(group.hint, class_name="small muted")),
            fault(group.key, errors),
            body,
            rx.cond(group.is_repeated, rows.foot(group)),
            _why(state, group),
            id=group.key,
            key=group.key,
            tab_index=-1,
            class_name="card stack eform-group",
        ),
    )


def _row(
    state: Any, group: GroupRow, row: RowRow, errors: Any, rows: Any
) -> rx.Component:
    # Any: as in eform_group.
    fields = rx.el.div(
        rx.foreach(group.fields, lambda field: eform_field(state, field, row, errors)),
        class_name="fields fields--2",
    )
    return rx.el.div(
        rx.cond(group.is_repeated, rows.head(group, row)),
        fields,
        key=row.prefix,
        class_name=rx.cond(group.is_repeated, "eform-row stack-s", "stack-s"),
    )


def _why(state: Any, group: GroupRow) -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.WHY),
        rx.el.dl(
            rx.foreach(
                state.whys[group.code].to(list[WhyRow]),
                lambda one: rx.fragment(rx.el.dt(one.label), rx.el.dd(one.why)),
            ),
            class_name="facts facts--narrow",
        ),
        class_name="small eform-why",
    )
