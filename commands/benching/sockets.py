"""People without a browser: they hydrate a page and send its events, as it would."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import click
import socketio

from commands.benching.figures import Timings

NAMESPACE = "/_event"
HYDRATE = "reflex___state____state.hydrate_and_load"
LOAD = (
    "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal"
)
HYDRATED = '"is_hydrated_rx_state_": true'
PATIENCE = 20.0  # seconds for one answer


@dataclass(frozen=True)
class Ask:
    """An event and what an update must hold to be its answer."""

    name: str
    path: str
    query: dict[str, str]
    answer: str


@dataclass
class Tab:
    """One connected tab."""

    client: Any  # Any: socketio.AsyncClient carries no types
    updates: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    async def ask(self, asked: Ask) -> float:
        """Send the event; return the milliseconds until its answer came."""
        began = time.perf_counter()
        await self.client.emit("event", event_of(asked), namespace=NAMESPACE)
        await self.await_update(asked.answer)
        return 1000 * (time.perf_counter() - began)

    async def await_update(self, answer: str) -> None:
        """Wait for an update that holds these letters."""
        try:
            async with asyncio.timeout(PATIENCE):
                while answer not in await self.updates.get():
                    pass
        except TimeoutError:
            raise click.ClickException(f"No update holds {answer}.") from None


def event_of(asked: Ask) -> dict[str, Any]:
    """Return the event as the page's own script sends it; Any: JSON."""
    query = "&".join(f"{name}={value}" for name, value in asked.query.items())
    route: dict[str, Any] = {"pathname": asked.path, "asPath": asked.path}
    if query:
        route |= {"asPath": f"{asked.path}?{query}", "query": asked.query}
    return {"name": asked.name, "payload": {}, "router_data": route}


@asynccontextmanager
async def tab(url: str, path: str, cookie: str = "") -> AsyncIterator[Tab]:
    """Open a tab on the path and wait until it is hydrated."""
    client = socketio.AsyncClient(reconnection=False)
    opened = Tab(client)

    def keep(update: object) -> None:
        opened.updates.put_nowait(json.dumps(update, ensure_ascii=False))

    client.on("event", keep, namespace=NAMESPACE)
    headers = {"Origin": url} | ({"Cookie": f"dvc={cookie}"} if cookie else {})
    await client.connect(
        f"{url}?token={uuid4()}",
        headers=headers,
        auth={"event": event_of(Ask(HYDRATE, path, {}, ""))},
        transports=["websocket"],
        namespaces=[NAMESPACE],
        socketio_path=NAMESPACE,
        wait_timeout=PATIENCE,
    )
    try:
        await opened.await_update(HYDRATED)
        yield opened
    finally:
        await client.disconnect()


@asynccontextmanager
async def tabs(url: str, path: str, cookies: Sequence[str]) -> AsyncIterator[list[Tab]]:
    """Open a tab for each cookie."""
    async with AsyncExitStack() as open_ones:
        yield [
            await open_ones.enter_async_context(tab(url, path, cookie))
            for cookie in cookies
        ]


async def keep_asking(
    opened: Sequence[Tab], seconds: float, ask: Callable[[int], Ask]
) -> Timings:
    """Let every tab ask again as soon as it is answered; ask: the tab's next."""
    began = time.perf_counter()

    async def go_on(number: int, one: Tab) -> list[float]:
        times: list[float] = []
        while time.perf_counter() - began < seconds:
            times.append(await one.ask(ask(number)))
        return times

    each = await asyncio.gather(*(go_on(n, one) for n, one in enumerate(opened)))
    took = time.perf_counter() - began
    return Timings(tuple(time for times in each for time in times), took)
