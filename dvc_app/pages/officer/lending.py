"""Ủy quyền khi vắng: lend one's post to a colleague, and take it back."""

import reflex as rx

from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import desk_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.lending import LendingState as State
from dvc_app.state.officer.lending import LoanRow, Option
from dvc_app.state.officer.standing import PostRow
from dvc_app.wording import posts as wording


def lending_page() -> rx.Component:
    """Compose the form and the lists."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.LENDING_TITLE),
            rx.el.p(wording.LENDING_LEAD),
            class_name="stack",
        ),
        rx.cond(
            State.is_ready,
            rx.el.div(_new(), _lists(), class_name="halves"),
            skeleton(),
        ),
        css="frame stack-l page",
    )


def _new() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.LEND_TITLE),
        rx.cond(
            State.posts.length() > 0,
            rx.fragment(
                rx.cond(State.posts.length() > 1, _post_choice()),
                rx.cond(
                    State.colleagues.length() > 0,
                    _form(),
                    rx.el.p(wording.NO_COLLEAGUES, class_name="notice"),
                ),
            ),
            rx.el.p(wording.NO_OWN_POST, class_name="notice"),
        ),
        class_name="card stack",
    )


def _post_choice() -> rx.Component:
    return select_field(
        Field("post", wording.POST, required=True),
        rx.foreach(State.posts, _post),
        value=State.post,
        on_change=State.choose_post,
    )


def _post(row: rx.Var[PostRow]) -> rx.Component:
    return rx.el.option(f"{row.title}, {row.unit}", value=row.id)


def _form() -> rx.Component:
    problem = State.problems
    return rx.el.form(
        error_summary(State),
        select_field(
            Field(
                "to_account",
                wording.TO,
                required=True,
                error=problem.get("to_account", ""),
            ),
            [
                rx.el.option(wording.TO_CHOOSE, value=""),
                rx.foreach(State.colleagues, _option),
            ],
        ),
        rx.el.fieldset(
            rx.el.legend(wording.WHAT),
            rx.el.span(problem.get("roles", ""), id="roles-loi", class_name="error"),
            rx.foreach(State.roles, _role),
            id="roles",
            class_name="field ways",
        ),
        rx.el.div(
            _day("starts", wording.STARTS), _day("ends", wording.ENDS), class_name="two"
        ),
        rx.el.button(wording.LEND, type="submit", class_name="button"),
        on_submit=State.lend,
        no_validate=True,
        key=State.form_key + State.post,
        class_name="stack",
    )


def _day(name: str, label: str) -> rx.Component:
    error = State.problems.get(name, "")
    return text_field(
        Field(name, label, wording.DAY_HINT, required=True, error=error),
        input_mode="numeric",
        auto_complete="off",
    )


def _option(option: rx.Var[Option]) -> rx.Component:
    return rx.el.option(option.words, value=option.value)


def _role(option: rx.Var[Option]) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=f"role_{option.value}", default_checked=True),
        rx.el.span(option.words),
        class_name="tick",
        key=option.value,
    )


def _lists() -> rx.Component:
    return rx.el.div(
        _list(wording.GIVEN_TITLE, State.given),
        _list(wording.TAKEN_TITLE, State.taken),
        class_name="stack-l",
    )


def _list(title: str, rows: rx.Var[list[LoanRow]]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title),
        rx.cond(
            rows.length() > 0,
            rx.el.ul(rx.foreach(rows, _loan), class_name="posts"),
            rx.el.p(wording.NOBODY, class_name="muted"),
        ),
        class_name="stack",
    )


def _loan(row: rx.Var[LoanRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.b(row.name), " ", rx.el.span(row.standing, class_name="tag")),
            rx.el.p(row.roles),
            rx.el.p(row.place, class_name="small muted"),
            rx.el.p(row.term, class_name="small num"),
            class_name="grow",
        ),
        rx.el.button(
            row.end_words,
            type="button",
            class_name="button button--quiet",
            aria_label=row.end_label,
            on_click=State.end(row.id),
        ),
        class_name="card",
        key=row.id,
    )
