"""Chọn vai trò, đơn vị (O01): after signing in, and whenever it changes."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.skeleton import skeleton
from dvc_app.state.officer.posts import OfficerPostsState as State
from dvc_app.state.officer.standing import PostRow
from dvc_app.wording import errors
from dvc_app.wording import posts as wording


def posts_page() -> rx.Component:
    """Compose the choice, or say whom to ask for a post."""
    return desk_shell(
        rx.cond(
            State.is_ready,
            rx.cond(State.rows.length() > 0, _choice(), _none()),
            skeleton(),
        ),
        css="frame officer-page stack-l page",
    )


def _choice() -> rx.Component:
    return rx.el.div(
        rx.el.div(rx.el.h1(wording.TITLE), rx.el.p(wording.LEAD), class_name="stack"),
        PostForm.create(
            rx.el.input(type="hidden", name="tiep", value=State.next),
            rx.el.ul(rx.foreach(State.rows, _post), class_name="posts"),
            action=routes.API_POST_SWITCH,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        class_name="stack-l",
    )


def _post(row: rx.Var[PostRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(row.title),
            rx.el.p(row.unit),
            rx.el.p(row.roles, class_name="small muted"),
            rx.cond(row.term != "", rx.el.p(row.term, class_name="small")),
            class_name="grow",
        ),
        rx.cond(
            row.is_chosen,
            rx.el.div(
                rx.el.span(wording.CHOSEN, class_name="tag tag--done"),
                link(wording.GO_ON, to=State.go_on, class_name="button"),
                class_name="row",
            ),
            rx.el.button(
                wording.CHOOSE,
                type="submit",
                name="post",
                value=row.id,
                class_name="button button--quiet",
                aria_label=f"{wording.CHOOSE}: {row.title}, {row.unit}",
            ),
        ),
        class_name="card",
        key=row.id,
    )


def _none() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.NONE_TITLE),
        rx.el.div(
            rx.el.p(wording.NONE),
            rx.el.p(wording.NONE_ASK),
            class_name="notice notice--warn stack",
        ),
        rx.el.div(
            rx.el.button(
                wording.RELOAD, type="button", class_name="button", on_click=State.load
            ),
            class_name="row",
        ),
        class_name="stack-l",
    )
