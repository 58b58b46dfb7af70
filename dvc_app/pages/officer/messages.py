"""Trao đổi với người dân (O15)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.dossier_parts import dossier_page
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.thread import thread
from dvc_app.state.officer.messages import OfficerMessagesState as State
from dvc_app.wording import messages as wording
from dvc_app.wording import supplements


def officer_messages_page() -> rx.Component:
    """Compose the page."""
    back = rx.Var.create(routes.PROCESSING.partition("[code]")[0]) + State.code
    return dossier_page(
        State,
        wording.OFFICER_TITLE,
        error_summary(State),
        rx.el.header(
            rx.el.p(
                link(supplements.TO_PROCESSING, to=back),
                " · ",
                rx.el.span(State.code, class_name="num"),
                class_name="small muted",
            ),
            rx.el.h1(wording.OFFICER_TITLE),
            rx.el.p(State.procedure, " · ", State.applicant, class_name="muted"),
            class_name="stack-s",
        ),
        notice(wording.OFFICER_LEAD),
        rx.el.details(
            rx.el.summary(wording.TEMPLATES_TITLE),
            rx.el.div(
                *[
                    rx.el.button(
                        words,
                        type="button",
                        class_name="button button--quiet button--small button--long",
                        on_click=State.use_template(place),
                    )
                    for place, words in enumerate(wording.TEMPLATES)
                ],
                class_name="stack-s",
            ),
            class_name="fold",
        ),
        thread(State, on_blur=State.keep),
        held=State.code,
    )
