"""One dossier at the counter: tabs, consent, “Xác nhận hoàn thành” (O04)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.counter_delivery import counter_delivery
from dvc_app.components.counter_finish import done, finish
from dvc_app.components.counter_papers import counter_papers
from dvc_app.components.eform import eform_group
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.notice import notice
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.components.officer_parts import tabs
from dvc_app.components.vault_picker import vault_dialog
from dvc_app.state.eform_rows import GroupRow, RowRow
from dvc_app.state.officer.counter_draft import CounterDraftState as State
from dvc_app.state.officer.counter_form import CounterFormState, CounterVaultState
from dvc_app.wording import counter as wording
from dvc_app.wording import filing

LINES: dict[str, dict[str, Any]] = {  # Any: props of an input
    "submitter_name": {},
    "submitter_birth_date": {"input_mode": "numeric"},
    "submitter_phone": {"type": "tel"},
    "submitter_paper_number": {"input_mode": "numeric"},
    "submitter_address": {},
    "submitter_email": {"type": "email"},
}
REQUIRED = ("submitter_name", "submitter_birth_date", "submitter_phone")


class CounterRows:
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
                on_click=CounterFormState.remove_row(group.code, row.id),
            ),
            class_name="row spread",
        )

    @staticmethod
    def foot(group: GroupRow) -> rx.Component:
        """Return the button that adds a row."""
        return rx.el.button(
            "+ ",
            group.add,
            type="button",
            class_name="button button--quiet",
            on_click=CounterFormState.add_row(group.code),
        )


def counter_draft_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(
        missing_title=wording.MISSING_TITLE,
        missing=wording.MISSING,
        back=wording.BACK,
        back_to=routes.COUNTER,
    )
    return office_page(
        State,
        wording.ONE_TITLE,
        rx.cond(State.done != "", done(), _open()),
        held=State.draft_id,
        words=words,
    )


def _open() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.h1(State.procedure),
            rx.el.p(
                rx.el.b(State.who), " ", rx.el.span(State.saved, class_name="saved")
            ),
            class_name="stack-s",
        ),
        rx.foreach(State.notes, lambda words: notice(words)),
        rx.cond(State.held != "", notice(State.held, kind="warn")),
        vault_dialog(CounterVaultState),
        tabs(
            State.tabs,
            wording.TABS,
            State.form_key,
            _general(),
            _details(),
            counter_papers(),
            _fees(),
        ),
        rx.cond(State.held == "", finish()),
    )


def _general() -> rx.Component:
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(wording.SUBMITTER, class_name="h2"),
            rx.el.div(*[_line(name) for name in LINES], class_name="fields fields--2"),
            class_name="card stack",
        ),
        rx.el.fieldset(
            rx.el.legend(filing.DOSSIER, class_name="h2"),
            _same_person(),
            area_field(
                _field("request", required=True),
                State.values.get("request", ""),
                max_length=600,
                on_blur=lambda text: State.save_field("request", text),
            ),
            rx.el.div(_line("copies"), class_name="fields fields--2"),
            class_name="card stack",
        ),
        counter_delivery(),
        key=State.form_key,
        class_name="stack",
    )


def _same_person() -> rx.Component:
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(filing.LABELS["same_person"]),
            _person("yes", filing.SAME),
            _person("no", filing.OTHER_PERSON),
            class_name="field radios",
        ),
        rx.cond(
            State.values.get("same_person", "yes") == "no",
            rx.el.div(
                _line("applicant_name"),
                _line("applicant_address"),
                class_name="fields fields--2",
            ),
        ),
    )


def _person(value: str, words: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="same_person",
            value=value,
            default_checked=State.values.get("same_person", "yes") == value,
            on_change=lambda chosen: State.save_field("same_person", chosen),
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _line(name: str) -> rx.Component:
    return text_field(
        _field(name, name in REQUIRED),
        State.values.get(name, ""),
        read_only=State.fixed.get(name, False) | (State.held != ""),
        auto_complete="off",
        on_blur=lambda text: State.save_field(name, text),
        **LINES.get(name, {}),
    )


def _field(name: str, required: bool = False) -> Field:
    return Field(
        name,
        filing.LABELS[name],
        required=required,
        error=State.problems.get(name, ""),
    )


def _details() -> rx.Component:
    return rx.cond(
        CounterFormState.title == "",
        rx.el.p(wording.NO_FORM, class_name="card"),
        rx.el.div(
            rx.el.h2(CounterFormState.title, class_name="form-title"),
            rx.foreach(
                CounterFormState.groups,
                lambda group: eform_group(
                    CounterFormState, group, State.problems, CounterRows
                ),
            ),
            key=CounterFormState.form_key,
            class_name="stack-l",
        ),
    )


def _fees() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.fees.length() > 0,
            rx.el.dl(
                rx.foreach(
                    State.fees,
                    lambda fee: rx.fragment(
                        rx.el.dt(fee.name),
                        rx.el.dd(
                            rx.el.span(fee.amount, class_name="num"),
                            rx.cond(
                                fee.note != "",
                                rx.el.span(" ", fee.note, class_name="small muted"),
                            ),
                        ),
                    ),
                ),
                rx.el.dt(rx.el.b(wording.FEE_TOTAL)),
                rx.el.dd(rx.el.b(State.total, class_name="num")),
                class_name="facts",
            ),
            rx.el.p(wording.NO_FEES),
        ),
        rx.cond(
            State.due_day != "",
            rx.el.p(filing.EXPECTED, ": ", rx.el.b(State.due_day, class_name="num")),
        ),
        rx.el.p(wording.FEE_HINT, class_name="small muted"),
        class_name="card stack",
    )
