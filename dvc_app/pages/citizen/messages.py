"""Hỏi cơ quan: the person writes to the office about a dossier."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.components.thread import thread
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.citizen.messages import MessagesState as State
from dvc_app.wording import messages as wording

LEAD_BEFORE, _, LEAD_AFTER = wording.LEAD.partition("{agency}")


def messages_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            State.missing,
            missing_dossier(),
            of_address(
                State.code,
                rx.cond(
                    State.loaded,
                    rx.fragment(error_summary(State), _head(), thread(State)),
                    _waiting(),
                ),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page column-wide",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.TITLE), skeleton(6))


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(
            link(wording.TO_DOSSIER, to=rx.Var.create("/ho-so/") + State.code),
            " · ",
            rx.el.span(State.code, class_name="num"),
            class_name="small muted",
        ),
        rx.el.h1(wording.TITLE),
        rx.el.p(long_name(State.procedure), class_name="muted"),
        rx.el.p(LEAD_BEFORE, rx.el.b(State.agency), LEAD_AFTER, class_name="small"),
        class_name="stack-s",
    )
