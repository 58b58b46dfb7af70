"""‹Số đang gọi›: the wall of a unit, live (O04)."""

import reflex as rx

from dvc_app.components.layout import page_shell
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.public.kiosk import NumberRow
from dvc_app.state.public.kiosk import WallState as State
from dvc_app.wording import counter as wording


def wall_page() -> rx.Component:
    """Compose the page."""
    shown = rx.el.div(
        rx.el.section(
            rx.el.h2(wording.WALL_CALLING),
            rx.cond(
                State.now.number != "",
                rx.fragment(
                    rx.el.p(State.now.number, class_name="big-number num"),
                    rx.el.p(State.now.words),
                ),
                rx.el.p(wording.WALL_NONE, class_name="muted"),
            ),
            role="status",
            class_name="card stack-s ticket",
        ),
        rx.cond(
            State.before.length() > 0,
            rx.el.ul(rx.foreach(State.before, _called), class_name="wall-before"),
        ),
        rx.cond(
            State.upcoming.length() > 0,
            rx.el.section(
                rx.el.h2(wording.WALL_NEXT),
                rx.el.p(
                    rx.foreach(
                        State.upcoming,
                        lambda one: rx.el.span(one, class_name="tag num"),
                    ),
                    class_name="row wall-next",
                ),
                class_name="card stack-s",
            ),
        ),
        class_name="stack",
    )
    where = notice(wording.KIOSK_WHERE, kind="warn")
    return page_shell(
        rx.el.h1(wording.WALL_TITLE),
        rx.el.p(rx.el.b(State.agency)),
        rx.cond(State.loaded, rx.cond(State.missing, where, shown), skeleton(6)),
        css="frame stack page kiosk",
    )


def _called(row: NumberRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.number, class_name="num"),
        rx.el.span(row.words, class_name="small muted"),
        key=row.number,
        class_name="card",
    )
