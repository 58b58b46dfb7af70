"""The end at the counter: the person's consent, “Xác nhận hoàn thành”, what follows."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import leaving_link, link
from dvc_app.components.notice import notice
from dvc_app.state.officer.counter_draft import CounterDraftState as State
from dvc_app.wording import counter as wording


def finish() -> rx.Component:
    """Return the consent and the button that hands in and receives."""
    return rx.el.form(
        rx.el.h2(wording.CONSENT, class_name="h3"),
        rx.el.p(wording.CONSENT_HINT, class_name="small muted"),
        rx.cond(
            State.is_signed,
            rx.el.p(
                wording.SIGNED_SCREEN, role="status", class_name="notice notice--done"
            ),
            _ask_consent(),
        ),
        rx.cond(
            State.problems.get("consent", "") != "",
            rx.el.p(State.problems.get("consent", ""), class_name="error"),
        ),
        rx.el.div(
            rx.el.button(
                wording.GIVE_BACK,
                type="button",
                class_name="button button--text",
                on_click=State.give_back,
            ),
            rx.el.button(wording.FINISH, type="submit", class_name="button"),
            class_name="row spread",
        ),
        id="consent",
        on_submit=State.finish,
        class_name="card stack",
    )


def _ask_consent() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.pair_code != "",
            rx.el.p(
                wording.SCREEN_CODE,
                " ",
                rx.el.b(State.pair_code, class_name="pair-code num"),
                role="status",
            ),
            rx.cond(State.is_screen_on, rx.el.p(wording.SCREEN_ON, role="status")),
        ),
        rx.el.button(
            wording.SCREEN_PAIR,
            type="button",
            class_name="button button--quiet",
            on_click=State.pair,
        ),
        rx.el.label(
            rx.el.input(type="checkbox", name="signed_paper"),
            rx.el.span(wording.SIGNED_PAPER),
            class_name="tick",
        ),
        class_name="stack-s",
    )


def done() -> rx.Component:
    """Return what follows: print, the till, the next one."""
    return rx.el.div(
        rx.el.h1(wording.DONE_TITLE),
        notice(State.done, kind="done"),
        rx.el.div(
            leaving_link(wording.PRINT, to=State.print_href, class_name="button"),
            rx.cond(
                State.next_href != "",
                link(
                    wording.NEXT_OF_BATCH,
                    to=State.next_href,
                    class_name="button button--quiet",
                ),
            ),
            link(wording.TO_TILL, to=routes.TILL, class_name="button button--quiet"),
            link(
                wording.TO_DOSSIER,
                to=State.dossier_href,
                class_name="button button--text",
            ),
            link(wording.TO_NEXT, to=routes.COUNTER, class_name="button button--text"),
            class_name="row",
        ),
        class_name="stack page",
    )
