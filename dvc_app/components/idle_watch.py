"""Python face of `idle_watch.jsx`: the warning before a session ends (R4)."""

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.wording import session as wording

WORDS = {
    "title": wording.TITLE,
    "text": wording.TEXT,
    "left": wording.LEFT,
    "minutes": wording.MINUTES,
    "seconds": wording.SECONDS,
    "goOn": wording.GO_ON,
    "leave": wording.LEAVE,
    "lastTitle": wording.LAST_TITLE,
    "lastText": wording.LAST_TEXT,
    "understood": wording.UNDERSTOOD,
}


class IdleWatch(rx.Component):
    """Extends quietly while somebody works, warns when nobody does."""

    library = "$/public" + rx.asset("idle_watch.jsx", shared=True)
    tag = "IdleWatch"
    person: rx.Var[str]
    session: rx.Var[str]
    leave: rx.Var[str]
    words: rx.Var[dict[str, str]]


def idle_watch() -> rx.Component:
    """Return the watch; without anybody signed in it only tidies a shared device."""
    return IdleWatch.create(
        person=AppState.person,
        session=routes.API_SESSION,
        leave=routes.API_SIGN_OUT,
        words=WORDS,
    )
