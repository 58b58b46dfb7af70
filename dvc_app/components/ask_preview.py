"""A request for a supplement as the citizen will read it, before it is sent (O06)."""

import reflex as rx

from dvc_app.components.browser_parts import LeadTo
from dvc_app.components.notice import notice
from dvc_app.state.officer.ask_rows import PreviewRow
from dvc_app.state.officer.ask_supplement import AskSupplementState as State
from dvc_app.wording import supplements as wording

TITLE_ID = "nguoi-dan-doc"


def preview() -> rx.Component:
    """Return the request in the words and the order its reader will see."""
    return rx.el.section(
        rx.el.h2(wording.PREVIEW_TITLE, id=TITLE_ID, tab_index=-1),
        LeadTo.create(mark=State.preview_mark, target=TITLE_ID),
        rx.el.p(wording.PREVIEW_LEAD, class_name="muted"),
        rx.el.div(
            notice(
                rx.el.p(rx.el.b(State.preview_until)),
                rx.el.p(wording.CLOCK, class_name="small"),
                kind="warn",
            ),
            rx.cond(
                State.preview_note != "",
                rx.el.section(
                    rx.el.h3(wording.NOTE),
                    rx.el.p(State.preview_note, class_name="typed"),
                    class_name="card stack-s",
                ),
            ),
            rx.el.ol(rx.foreach(State.preview, _read), class_name="stack points"),
            class_name="stack as-read",
        ),
        rx.cond(State.is_again, notice(wording.AGAIN_NOTICE, kind="warn")),
        _send(),
        class_name="card card--lift stack",
    )


def _send() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            wording.CHANGE,
            type="button",
            class_name="button button--text",
            on_click=State.change,
        ),
        rx.el.span(class_name="grow"),
        rx.el.button(
            rx.cond(
                State.busy,
                wording.SENDING,
                rx.cond(State.is_again, wording.ASK_AGAIN, wording.ASK),
            ),
            type="button",
            class_name="button",
            disabled=State.busy,
            on_click=State.ask,
        ),
        class_name="row",
    )


def _read(row: PreviewRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(row.number, ". ", row.title, class_name="grow"),
            rx.el.span(wording.IS_OPEN, class_name="tag tag--wait"),
            class_name="row",
        ),
        rx.el.dl(
            rx.el.dt(wording.REASON),
            rx.el.dd(row.reason, class_name="typed"),
            rx.el.dt(wording.HOW_TO),
            rx.el.dd(row.how_to, class_name="typed"),
            rx.cond(
                row.before != "",
                rx.fragment(
                    rx.el.dt(wording.BEFORE),
                    rx.el.dd(row.before, class_name="typed"),
                ),
            ),
            class_name="facts",
        ),
        class_name="card stack-s",
        key=row.number,
    )
