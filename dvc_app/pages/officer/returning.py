"""Chờ trả kết quả: a box of results for one person, returned with one press (O08)."""

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.receiver_fields import receiver_fields
from dvc_app.state.officer.returning import ReadyRow
from dvc_app.state.officer.returning import ReturningState as State
from dvc_app.wording import signing as wording


def returning_page() -> rx.Component:
    """Compose the queue and the search above it."""
    words = OfficeWords(no_role_title=wording.RETURN_TITLE)
    return office_list(
        State,
        wording.RETURN_TITLE,
        wording.RETURN_LEAD,
        _find(),
        rx.cond(
            State.said.length() > 0,
            rx.el.ul(
                rx.foreach(State.said, rx.el.li),
                class_name="notice notice--warn",
                role="alert",
            ),
        ),
        rx.cond(State.rows.length() > 0, _form(), _nothing()),
        words=words,
    )


def _find() -> rx.Component:
    return rx.el.form(
        text_field(Field("asked", wording.FIND), auto_complete="off"),
        rx.el.button(
            wording.FIND_BUTTON, type="submit", class_name="button button--quiet"
        ),
        on_submit=State.find,
        no_validate=True,
        class_name="card stack",
    )


def _nothing() -> rx.Component:
    return rx.el.p(
        rx.cond(State.is_found, wording.FOUND_NONE, wording.NONE_READY),
        class_name="card empty",
        role="status",
    )


def _form() -> rx.Component:
    fault = State.problems.get("results", "")
    return rx.el.form(
        rx.el.fieldset(
            rx.el.legend(wording.RETURN_TITLE, class_name="sr-only"),
            rx.cond(fault != "", rx.el.p(fault, class_name="error")),
            rx.el.ul(rx.foreach(State.rows, _row), class_name="stack-s signing-rows"),
            id="results",
        ),
        rx.cond(State.is_found, _receiver()),
        key=State.form_key,
        on_submit=State.hand_over,
        no_validate=True,
        class_name="stack",
    )


def _row(row: ReadyRow) -> rx.Component:
    said = rx.el.span(
        rx.el.b(row.procedure),
        rx.el.span(row.code, " · ", row.applicant, class_name="small muted block"),
    )
    return rx.el.li(
        rx.cond(
            State.is_found,
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    name=f"tra-{row.code}",
                    default_checked=~row.is_unpaid,
                    disabled=row.is_unpaid | row.is_late,
                ),
                said,
                class_name="tick grow",
            ),
            rx.el.div(said, class_name="grow"),
        ),
        rx.el.div(
            rx.el.span(row.waited, class_name="small"),
            rx.cond(row.reminded != "", rx.el.span(row.reminded, class_name="tag")),
            rx.cond(row.post != "", rx.el.span(row.post, class_name="tag")),
            rx.cond(
                row.is_unpaid,
                rx.fragment(
                    rx.el.span(wording.UNPAID, class_name="tag tag--late"),
                    link(wording.TO_TILL, to=row.till),
                ),
            ),
            rx.cond(
                row.is_late,
                rx.fragment(
                    rx.el.span(wording.LATE, class_name="tag tag--late"),
                    link(wording.TO_APOLOGY, to=row.apology),
                ),
            ),
            link(wording.OPEN, to=row.href),
            class_name="row",
        ),
        class_name="card signing-row",
        key=row.code,
    )


def _receiver() -> rx.Component:
    return rx.el.div(
        text_field(
            Field(
                "received_by",
                wording.RECEIVER,
                required=True,
                error=State.problems.get("received_by", ""),
            ),
            State.receiver,
            spell_check=False,
            auto_complete="off",
        ),
        *receiver_fields(State.problems),
        rx.el.button(wording.RETURN_ALL, type="submit", class_name="button"),
        class_name="card stack",
    )
