"""Tells merchants what became of their orders, again and again until they say so."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from sandbox.journal import Journal
from sandbox.payments.ledger import Order

# The real ones wait minutes between ten tries; nobody who tries things out does.
GAPS = (2.0, 5.0, 10.0, 20.0, 40.0, 60.0, 120.0, 300.0, 300.0)
PATIENCE = 15.0


@dataclass(frozen=True)
class Notice:
    """A message to a merchant, as it travels."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Dialect(Protocol):
    """What one gateway says in its own words; each gateway module is one.

    `order` is as it was decided: `state`, `paid`, `reason`, `transaction`.
    """

    key: str  # vnpay; the same as the portal's
    name: str  # what its page is called
    chooses_bank: bool  # False: a wallet, its own page at once

    def notice(self, order: Order) -> Notice | None:
        """Return the server-to-server message, signed; None where none is sent."""

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Tell whether the merchant's answer ends the telling."""

    def return_url(self, order: Order) -> str:
        """Return where the browser goes, with what it carries there."""

    def routes(self) -> list[Route]:
        """Return the addresses of the contract."""


class Notifier:
    """Sends notices; what was sent and answered is kept for who looks."""

    def __init__(
        self, folder: Path, dialects: Mapping[str, Dialect], gaps: Sequence[float]
    ) -> None:
        self.dialects, self._gaps = dialects, gaps
        self._sent = Journal(folder / "payment_notices.jsonl")
        self._running: set[asyncio.Task[None]] = set()

    def tell_later(self, order: Order, seconds: float = 0, copies: int = 1) -> None:
        """Tell in the background; a restart forgets what was not yet told."""
        task = asyncio.create_task(self._tell_after(order, seconds, copies))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def tell(self, order: Order, copies: int = 1) -> bool:
        """Send it, as many at once as asked for; tell whether one was acknowledged."""
        notice = self.dialects[order.gateway].notice(order)
        if notice is None:
            return True
        sends = (self._send(order, notice) for _ in range(copies))
        return any(await asyncio.gather(*sends))

    def of(self, order: Order) -> list[dict[str, Any]]:
        """Return what was sent for an order, the oldest first."""
        key = (order.gateway, order.number)
        return [r for r in self._sent.rows if (r["gateway"], r["number"]) == key]

    async def _tell_after(self, order: Order, seconds: float, copies: int) -> None:
        await asyncio.sleep(seconds)
        if await self.tell(order, copies):
            return
        for gap in self._gaps:
            await asyncio.sleep(gap)
            if await self.tell(order):
                return

    async def _send(self, order: Order, notice: Notice) -> bool:
        answer, status = "", 0
        is_heard = False
        try:
            async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
                response = await client.request(
                    notice.method,
                    notice.url,
                    headers=dict(notice.headers),
                    content=notice.body,
                )
            status, answer = response.status_code, response.text[:300]
            is_heard = self.dialects[order.gateway].is_acknowledged(response)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            answer = type(error).__name__
        row = {
            "gateway": order.gateway,
            "number": order.number,
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "state": order.state.value,
            "method": notice.method,
            "url": notice.url,
            "body": notice.body.decode(errors="replace"),
            "status": status,
            "answer": answer,
            "is_acknowledged": is_heard,
        }
        number = f"{len(self._sent.rows)}/{order.number}/{datetime.now(UTC)}"
        await run_in_threadpool(self._sent.append, number, row)
        return is_heard
