"""The wall in front of every event, when nobody can be asked who acts."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from reflex_base.event.context import EventContext

from dvc_app.walls import event_wall
from dvc_app.walls.event_wall import EventWall
from services.core.errors import SystemUnavailable

OUTAGE = {"state": {"notice": "later"}}


def test_when_the_database_is_gone_nothing_passes_and_nothing_repeats(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def nobody(*args: object, **more: object) -> None:
        raise SystemUnavailable("database")

    monkeypatch.setattr(event_wall, "who_is", nobody)
    context = SimpleNamespace(token="t", router_data={})
    monkeypatch.setattr(EventContext, "get", lambda: context)
    state: Any = SimpleNamespace(
        router=SimpleNamespace(
            session=SimpleNamespace(client_ip="", client_token="t"),
            headers=SimpleNamespace(cookie="dvc=a"),
        )
    )
    event: Any = SimpleNamespace(name="state.enter")
    wall = EventWall({}, OUTAGE)
    update = asyncio.run(wall.preprocess(None, state, event))  # type: ignore[arg-type]
    assert update is not None
    assert update.delta == OUTAGE
    assert list(update.events) == []  # an event of ours would fail here again
