"""Opens a page of the desk as one of its officers."""

from typing import Any

from services.work import Actor, Work
from tests.dvc_app.state.public.pages import go, open_state, send, target
from tests.factories.processing import acting


def open_as(kind: Any, work: Work, officer: Actor, address: str) -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the state of this officer's tab, loaded."""
    state = open_state(kind, acting(work, officer), address)
    object.__setattr__(state, "_actor", lambda: officer)
    object.__setattr__(state, "_said", "")
    send(state.load())
    return state


__all__ = ["go", "open_as", "send", "target"]
