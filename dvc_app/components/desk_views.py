"""Kept views, for whom one stands in, what a leader said, a list taken away (O02)."""

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import leaving_link, link
from dvc_app.components.officer_parts import row_menu
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.desk_filters import Choice
from dvc_app.state.officer.desk_rows import ReminderRow, ViewRow
from dvc_app.state.officer.desk_views import NAME, NEW_NAME, PURPOSE, VIEW
from dvc_app.state.officer.desk_views import DeskViewsState as State
from dvc_app.wording import desk as wording


def reminders() -> rx.Component:
    """Return what the officer is reminded of."""
    return rx.cond(
        DeskState.reminders.length() > 0,
        rx.el.section(
            rx.foreach(DeskState.reminders, _reminder),
            aria_label=wording.REMINDERS,
            class_name="notice notice--warn stack-s",
        ),
    )


def _reminder(one: ReminderRow) -> rx.Component:
    return rx.el.p(
        link(one.words, to=one.href),
        " ",
        rx.el.button(
            wording.REMINDER_SEEN,
            type="button",
            class_name="button button--quiet button--small",
            on_click=DeskState.put_away(one.id),
        ),
        class_name="row",
        key=one.id,
    )


def view_chips() -> rx.Component:
    """Return the views by one press, and the colleagues one stands in for."""
    return rx.cond(
        (DeskState.views.length() > 0) | (DeskState.stands_in.length() > 0),
        rx.el.nav(
            rx.foreach(DeskState.stands_in, _stand_in),
            rx.foreach(DeskState.views, _view),
            aria_label=wording.VIEWS,
            class_name="row view-chips",
        ),
    )


def _stand_in(one: Choice) -> rx.Component:
    return link(one.words, to=one.value, class_name="tag tag--wait", key=one.value)


def _view(view: ViewRow) -> rx.Component:
    return rx.el.span(
        link(
            view.name,
            to=view.href,
            aria_current=rx.cond(view.is_open, "true", "false"),
            class_name="chip",
        ),
        row_menu(
            view.menu,
            rx.el.li(
                rx.el.button(
                    rx.cond(view.is_start, wording.VIEW_STARTS, wording.VIEW_START),
                    type="button",
                    on_click=State.start(view.id),
                )
            ),
            rx.el.li(_rename(view)),
            rx.el.li(
                rx.el.button(
                    wording.VIEW_DELETE, type="button", on_click=State.delete(view.id)
                )
            ),
        ),
        class_name="view-chip",
        key=view.id,
    )


def _rename(view: ViewRow) -> rx.Component:
    name = NEW_NAME + "." + view.id
    return rx.el.form(
        rx.el.input(type="hidden", name=VIEW, value=view.id),
        rx.el.label(wording.VIEW_NAME, html_for=name, class_name="small"),
        rx.el.input(
            id=name,
            name=NEW_NAME,
            default_value=view.name,
            max_length=60,
            auto_complete="off",
        ),
        rx.el.span(State.problems.get(name, ""), class_name="error"),
        rx.el.button(
            wording.VIEW_RENAME,
            type="submit",
            class_name="button button--quiet button--small",
        ),
        on_submit=State.rename,
        no_validate=True,
        class_name="stack-s",
    )


def keep_and_take() -> rx.Component:
    """Return what keeps the list on the screen, and what takes it away."""
    return rx.el.div(
        rx.el.details(
            rx.el.summary(wording.VIEW_SAVE),
            rx.el.form(
                text_field(
                    Field(NAME, wording.VIEW_NAME, error=State.problems.get(NAME, "")),
                    auto_complete="off",
                    max_length=60,
                ),
                submit_button(wording.VIEW_SAVE, State.busy, wording.WORKING),
                on_submit=State.save,
                no_validate=True,
                class_name="stack-s",
            ),
            rx.cond(
                DeskState.views.length() == 0,
                rx.el.p(wording.VIEW_NONE, class_name="small muted"),
            ),
        ),
        rx.el.details(
            rx.el.summary(wording.EXPORT),
            rx.el.form(
                text_field(
                    Field(
                        PURPOSE,
                        wording.EXPORT_PURPOSE,
                        wording.EXPORT_HINT,
                        required=True,
                        error=State.problems.get(PURPOSE, ""),
                    ),
                    auto_complete="off",
                    max_length=300,
                ),
                submit_button(wording.EXPORT_GO, State.busy, wording.WORKING),
                on_submit=State.export,
                no_validate=True,
                class_name="stack-s",
            ),
            rx.cond(
                State.sheet_href != "",
                leaving_link(
                    State.sheet_words, to=State.sheet_href, class_name="button"
                ),
            ),
        ),
        class_name="list-acts",
    )
