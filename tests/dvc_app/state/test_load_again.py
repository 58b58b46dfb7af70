"""A part of a page that is not there after 10 s is asked for again (R43)."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any

from dvc_app.components.skeleton import skeleton
from dvc_app.state.base import AppState
from dvc_app.walls.policy import is_framework
from dvc_app.wording import frame

# Any: the framework types its decorated handlers as something else.
LOAD_AGAIN: Any = AppState.load_again


def test_what_a_waiting_page_asks_for_is_every_load_of_the_page() -> None:
    asked = asyncio.run(LOAD_AGAIN.fn(SimpleNamespace()))

    name = asked.handler.fn.__name__
    assert name == "on_load_internal"
    registered: Any = SimpleNamespace(handler=asked.handler)
    assert is_framework(name, registered)  # else the wall would stop it


def test_an_outline_that_stands_too_long_says_so_and_asks_again() -> None:
    drawn = str(skeleton())

    assert json.dumps(frame.SLOW) in drawn
    assert "load_again" in drawn
    assert "temporal" in drawn  # while the line is cut, asking would only pile up
