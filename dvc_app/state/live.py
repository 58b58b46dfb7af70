"""Live pages: who watches which topic, and the bus that wakes them."""

import asyncio
import contextlib
import logging
import random
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

import reflex as rx
from reflex_base.event import Event

from services.listen import listen_once

logger = logging.getLogger(__name__)

AT_ONCE = 8  # refreshes running together, so that a burst leaves room for clicks
LONGEST = 15.0  # seconds one refresh may take
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 15.0  # seconds between tries to listen again


Place = tuple[str, str]  # tab, part of its page


@dataclass(frozen=True)
class Watch:
    """One part of a page, in a tab on one socket, looking at some topics."""

    socket: str
    refresh: rx.EventHandler
    topics: frozenset[str]


_watches: dict[str, dict[str, Watch]] = {}  # tab → part of the page → its watch


def watch(
    token: str, socket: str, refresh: rx.EventHandler, topics: Iterable[str]
) -> None:
    """Let one part of this tab's page hear of these topics, instead of before."""
    part = refresh.fn.__qualname__
    _watches.setdefault(token, {})[part] = Watch(socket, refresh, frozenset(topics))


def forget(token: str) -> None:
    """Stop telling this tab anything."""
    _watches.pop(token, None)


class Bus:
    """Turns a told topic into one refresh per watching tab, coalesced."""

    def __init__(self, app: rx.App) -> None:
        self.app = app
        self.due: dict[Place, bool] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.slots = asyncio.Semaphore(AT_ONCE)

    def wake(self, topic: str) -> None:
        """Refresh all who watch the topic; everybody, when it is empty."""
        alive = self.app.event_namespace.sid_to_token
        for token, parts in list(_watches.items()):
            for part, seen in list(parts.items()):
                # Go by the socket: with several workers a token may live elsewhere.
                if seen.socket not in alive:
                    del parts[part]
                elif not topic or topic in seen.topics:
                    self._schedule((token, part))
            if not parts:
                forget(token)

    def _schedule(self, place: Place) -> None:
        busy, self.due[place] = place in self.due, True
        if not busy:
            task = asyncio.create_task(self._look(place))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _look(self, place: Place) -> None:
        try:
            while self.due[place]:
                async with self.slots, asyncio.timeout(LONGEST):
                    self.due[place] = False
                    await self._refresh(place)
        except Exception:
            logger.exception("live_refresh_failed")
        finally:
            del self.due[place]

    async def _refresh(self, place: Place) -> None:
        token, part = place
        seen = _watches.get(token, {}).get(part)
        if seen is None:
            return
        for event in Event.from_event_type(seen.refresh):
            await (await self.app.event_processor.enqueue(token, event))


async def _listen(wake: Callable[[str], None]) -> None:
    """Listen for ever; after every break everybody reads again."""
    pause = FIRST_PAUSE
    while True:
        async for topic in listen_once():
            pause = FIRST_PAUSE
            wake(topic)
        await asyncio.sleep(pause * random.uniform(0.5, 1.5))
        pause = min(pause * 2, LONGEST_PAUSE)


@contextlib.asynccontextmanager
async def bus(app: rx.App) -> AsyncIterator[None]:
    """Run the bus as long as the application runs."""
    with app.set_contexts():
        task = asyncio.create_task(_listen(Bus(app).wake))
    yield
    task.cancel()
