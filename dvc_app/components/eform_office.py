"""“Thông tin chi tiết” at the desk: what was handed in, and the office's part (O03)."""

from typing import Any

import reflex as rx

from dvc_app.components.eform import eform_group
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.form_sheet import form_sheet_link
from dvc_app.state.eform_rows import GroupRow, RowRow
from dvc_app.state.officer.office_form import OfficeFormState
from dvc_app.state.officer.reception_acts import ReceptionActsState
from dvc_app.wording import eforms as wording
from dvc_app.wording import reception

State = OfficeFormState


class OfficeRows:
    """The office's part is asked once: no rows are added to it."""

    @staticmethod
    def head(group: GroupRow, row: RowRow) -> rx.Component:
        """Return the name of a row."""
        return rx.el.h3(row.title)

    @staticmethod
    def foot(group: GroupRow) -> rx.Component:
        """Return nothing."""
        return rx.fragment()


def details(errors: Any = None) -> rx.Component:
    """Return the tab; with `errors` the officer's part can be filled in there.

    Any: a Var of sentences by key.
    """
    office = form_cards(State.office_cards)
    if errors is not None:
        office = rx.cond(State.may_fill, _fill_in(errors), office)
    return rx.el.div(
        rx.cond(
            State.title == "",
            rx.el.p(wording.NO_FORM, class_name="card"),
            rx.fragment(
                rx.el.h2(State.title, class_name="form-title"),
                form_sheet_link(State.print_href),
                rx.cond(State.has_office, office),
                rx.el.div(form_cards(State.cards), class_name="form-cards"),
            ),
        ),
        class_name="stack",
    )


def _fill_in(errors: Any) -> rx.Component:
    # Any: a Var of sentences by key.
    fault = errors.get("office_part", "")
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                id="office_part",
                checked=State.is_ticked,
                on_change=ReceptionActsState.tick,
                aria_describedby="office_part-hint",
            ),
            rx.el.b(reception.OFFICE_PART),
            class_name="tick",
        ),
        rx.el.p(
            rx.cond(
                fault != "",
                rx.el.span(fault, class_name="error"),
                rx.el.span(reception.OFFICE_PART_HINT),
            ),
            id="office_part-hint",
            class_name="small muted",
        ),
        rx.el.div(
            rx.el.p(wording.OFFICE_HINT, class_name="small muted"),
            rx.el.p(
                State.still + " ",
                rx.el.span(State.saved, role="status", class_name="saved"),
                class_name="small muted",
            ),
            class_name="row spread",
        ),
        rx.foreach(
            State.groups, lambda group: eform_group(State, group, errors, OfficeRows)
        ),
        key=State.form_key,
        class_name="stack office-part",
    )
