"""A form drawn as citizens see it: to be read, or filled in as somebody invented."""

import reflex as rx

from dvc_app.components.eform import eform_group
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.form.fields import Field, select_field
from dvc_app.components.form.summary import error_summary
from dvc_app.state.admin.eform import AdminEformState as Page
from dvc_app.state.admin.eform_rows import Option
from dvc_app.state.admin.eform_trial import EformTrialState as State
from dvc_app.state.eform_rows import GroupRow, RowRow
from dvc_app.wording import eform_changes as wording

SUMMARY = "loi-thu"


class TrialRows:
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
        """Return the button that adds a row."""
        return rx.el.div(
            rx.el.button(
                "+ ",
                group.add,
                type="button",
                class_name="button button--quiet",
                on_click=State.add_row(group.code),
            )
        )


def trial() -> rx.Component:
    """Return the version that is looked at, and the way to try it."""
    return rx.el.div(
        _choose(),
        rx.cond(State.flawed != "", rx.el.p(State.flawed, class_name="notice")),
        error_summary(State, SUMMARY),
        rx.cond(
            State.groups.length() > 0,
            rx.el.form(
                rx.el.h2(State.shown_words, id="ban-dang-xem", tab_index=-1),
                rx.cond(
                    State.is_live,
                    rx.fragment(),
                    rx.el.p(wording.SHOWN_LEAD, class_name="muted"),
                ),
                rx.el.fieldset(
                    rx.foreach(
                        State.groups,
                        lambda group: eform_group(
                            State, group, State.problems, TrialRows
                        ),
                    ),
                    disabled=~State.is_live,
                    class_name="stack-l form-trial",
                ),
                rx.cond(
                    State.is_live,
                    rx.el.button(wording.TRY_CHECK, type="submit", class_name="button"),
                ),
                key=State.form_key,
                on_submit=State.check,
                no_validate=True,
                class_name="stack",
            ),
        ),
        rx.cond(State.is_checked, _sheet()),
        class_name="stack-l",
    )


def _choose() -> rx.Component:
    return rx.el.form(
        rx.el.h2(wording.TAB_TRY, class_name="h3"),
        rx.el.p(wording.TRY_LEAD, class_name="muted"),
        rx.el.div(
            select_field(
                Field("version", wording.TRY_WHICH),
                [rx.foreach(Page.which, _option)],
                default_value=State.shown,
                key=Page.which.length().to_string() + State.shown,
            ),
            select_field(
                Field("person", wording.TRY_PERSON),
                [rx.foreach(State.people, _option)],
                default_value=State.person,
                key=State.people.length().to_string(),
            ),
            select_field(
                Field("side", wording.TRY_SIDE),
                [
                    rx.el.option(wording.TRY_CITIZEN, value="citizen"),
                    rx.el.option(wording.TRY_OFFICE, value="office"),
                ],
                default_value=State.side,
            ),
            class_name="step-fields",
        ),
        rx.el.button(
            wording.TRY_BEGIN, type="submit", class_name="button button--quiet"
        ),
        on_submit=State.begin,
        no_validate=True,
        class_name="card stack",
    )


def _option(option: Option) -> rx.Component:
    return rx.el.option(option.words, value=option.value, key=option.value)


def _sheet() -> rx.Component:
    sheet = State.sheet
    return rx.el.section(
        rx.cond(
            State.clean != "",
            rx.el.p(State.clean, class_name="notice notice--done", role="status"),
        ),
        rx.el.h2(wording.TRY_SHEET),
        rx.el.div(
            rx.cond(sheet.number != "", rx.el.p(sheet.number, class_name="small")),
            rx.el.h3(sheet.title, class_name="form-title"),
            rx.cond(sheet.addressed != "", rx.el.p(sheet.addressed)),
            class_name="stack-s",
        ),
        rx.el.div(form_cards(State.cards), class_name="form-cards"),
        rx.cond(sheet.pledge != "", rx.el.p(sheet.pledge)),
        rx.foreach(sheet.signed, lambda said: rx.el.p(said)),
        class_name="stack",
    )
