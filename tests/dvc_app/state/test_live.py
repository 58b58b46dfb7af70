"""Each part of a page hears of its own topics."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from dvc_app.state import live
from dvc_app.state.base import AppState
from dvc_app.state.citizen.bundle import BundleState
from dvc_app.state.citizen.dossier import DossierState


class ListeningBus(live.Bus):
    """Writes down which parts it would refresh."""

    def __init__(self, *sockets: str) -> None:
        names = SimpleNamespace(sid_to_token=dict.fromkeys(sockets, "tab"))
        app: Any = SimpleNamespace(event_namespace=names)  # Any: all of it that is used
        super().__init__(app)
        self.heard: list[str] = []

    async def _refresh(self, place: live.Place) -> None:
        self.heard.append(place[1])


def watch(socket: str, refresh: Any, topics: list[str]) -> None:
    # Any: the framework types its decorated handlers as something else.
    live.watch("tab", socket, refresh, topics)


@pytest.fixture(autouse=True)
def nobody_watches() -> None:
    live.forget("tab")


def heard(topic: str, *sockets: str) -> set[str]:
    async def wake() -> set[str]:
        bus = ListeningBus(*sockets)
        bus.wake(topic)
        await asyncio.gather(*bus.tasks)
        return set(bus.heard)

    return asyncio.run(wake())


def test_two_parts_of_one_page_each_hear_their_own() -> None:
    watch("socket", DossierState.refresh, ["dossier:1"])
    watch("socket", BundleState.refresh, ["person:1"])
    assert heard("dossier:1", "socket") == {"DossierState.refresh"}
    assert heard("person:1", "socket") == {"BundleState.refresh"}
    assert len(heard("", "socket")) == 2


def test_the_last_watch_of_a_part_stands() -> None:
    watch("socket", DossierState.refresh, ["dossier:1"])
    watch("socket", DossierState.refresh, ["dossier:2"])
    assert heard("dossier:1", "socket") == set()
    assert heard("dossier:2", "socket") == {"DossierState.refresh"}


def test_a_page_that_is_left_hears_nothing() -> None:
    watch("socket", AppState.recheck, ["session:1"])
    live.forget("tab")
    assert heard("session:1", "socket") == set()


def test_a_socket_that_is_gone_is_forgotten() -> None:
    watch("old", DossierState.refresh, ["dossier:1"])
    assert heard("dossier:1", "new") == set()
    assert heard("dossier:1", "old") == set()
