"""‹Bạn đã có 3/5 giấy tờ trong kho› on the page of a procedure (C09 ★)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.citizen.vault_ready import VaultReadyState as State


def vault_ready() -> rx.Component:
    """Return the line; nothing for who is not signed in."""
    return rx.cond(
        State.words != "",
        notice(
            link(rx.el.b(State.words), to=routes.MY_DOCUMENTS, class_name="tall"),
            rx.cond(State.names != "", rx.el.p(State.names, class_name="small")),
            kind="done",
        ),
    )
