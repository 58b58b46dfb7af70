"""Opens a page's state at an address, its use cases over the session of the test."""

import asyncio
from typing import Any

from reflex.istate.data import RouterData

from services.work import ANONYMOUS, Work

ORIGIN = "http://localhost"


def open_state(kind: Any, work: Work, address: str = "/") -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the state as the page finds it before its first event."""

    async def run_here(use_case: Any, *given: Any, **more: Any) -> Any:
        return use_case(work, *given, **more)

    async def say(text: str, kind: str = "info") -> None:
        object.__setattr__(state, "_said", text)

    def watch(refresh: Any, *topics: str) -> None:
        object.__setattr__(state, "_topics", topics)

    state = kind(_reflex_internal_init=True)
    for name, value in {"_run": run_here, "_say": say, "_watch": watch}.items():
        object.__setattr__(state, name, value)
    go(state, address)
    return state


def go(state: Any, address: str) -> None:
    # Any: as above.
    """Let the browser stand at another address."""
    path = address.partition("?")[0]
    told = {"headers": {"origin": ORIGIN}, "asPath": address, "pathname": path}
    state.router = RouterData.from_router_data(told)


def send(event: Any) -> Any:
    # Any: whatever the handler answers.
    """Run one event to its end."""
    return asyncio.run(event)


def target(answer: Any) -> str:
    # Any: an event specification of the framework.
    """Return where a redirect leads."""
    return next(
        str(value._var_value) for name, value in answer.args if str(name) == "path"
    )


__all__ = ["ANONYMOUS", "go", "open_state", "send", "target"]
