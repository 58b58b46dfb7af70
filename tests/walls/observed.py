"""The portal as it is served, with a line for every handler body and statement."""

import inspect
import json
import os
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, get_type_hints

from reflex_base.event.processor import base_state_processor as processor
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_event_handler
from sqlalchemy import event
from starlette.types import ASGIApp

from services.runtime import engine

JOURNAL, REGISTRY = "WALLS_JOURNAL", "WALLS_REGISTRY"
STATEMENTS = "WALLS_STATEMENTS"
_handler: ContextVar[str] = ContextVar("handler", default="")


def app() -> ASGIApp:
    """Return the portal; a test reads which handlers there are and which ran."""
    from dvc_app.dvc_app import PAGES
    from dvc_app.dvc_app import app as portal

    run = processor.process_event
    journal = Path(os.environ[JOURNAL]).open("a", buffering=1)  # noqa: SIM115

    async def noted(
        handler: Any, payload: Mapping[str, Any], state: Any, root_state: Any
    ) -> None:
        # Any: whatever the framework hands to its own function.
        _handler.set(format_event_handler(handler))
        journal.write(f"{_handler.get()}\n")
        await run(handler, dict(payload), state, root_state)

    processor.process_event = noted
    _note_statements()
    routes = {
        format_event_handler(loading).rpartition(".")[0]: page.route
        for page in PAGES
        for loading in page.on_load
    }
    Path(os.environ[REGISTRY]).write_text(json.dumps(dict(_handlers(routes))))
    served: ASGIApp = portal()
    return served


def _note_statements() -> None:
    """Write whose statement it is, for every one the database is sent."""
    noted = Path(os.environ[STATEMENTS]).open("a", buffering=1)  # noqa: SIM115

    def note(*call: object) -> None:
        noted.write(f"{_handler.get() or '-'}\n")

    event.listen(engine(), "before_cursor_execute", note)


def _handlers(routes: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, registered in RegistrationContext.get().event_handlers.items():
        fn = registered.handler.fn
        hints = get_type_hints(fn) if fn.__module__.startswith("dvc_app") else {}
        parameters = list(inspect.signature(fn).parameters)[1:]
        yield (
            name,
            {
                "module": fn.__module__,
                "audience": sorted(getattr(fn, "__allow__", ())),
                "takes": {one: str(hints.get(one, "")) for one in parameters},
                "route": routes.get(name.rpartition(".")[0], "/"),
                "storage": [
                    var
                    for state in registered.states
                    for var in state.base_vars
                    if state._is_client_storage(var)
                ],
            },
        )
