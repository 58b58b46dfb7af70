"""The websocket behind a wall: what is not well formed never gets further."""

import asyncio
import logging
import time
from typing import Any

import reflex as rx
from reflex.app import EventNamespace

from dvc_app.walls.envelope import (
    Refused,
    is_known_packet,
    open_envelope,
)
from dvc_app.walls.identity import who_is
from services.audit.refuse import record_refusal
from services.runtime import run
from services.settings import LARGEST_MESSAGE

logger = logging.getLogger(__name__)

RATE = 20.0  # events a second that a tab may keep up (RL-1)
BURST = 60.0


class WalledNamespace(EventNamespace):
    """The framework's namespace behind a wall that logs no payload (FW-11)."""

    def __init__(self, namespace: str, app: rx.App) -> None:
        super().__init__(namespace, app)
        self._buckets: dict[str, tuple[float, float]] = {}
        self._refusals: set[asyncio.Task[None]] = set()

    async def trigger_event(self, event: Any, *args: Any) -> Any:
        """Dispatch what the server tells, and the few packets that pages send.

        The library would dispatch a packet called `connect` as well: with a token
        and headers of the sender's own making it opened the connection a second
        time, behind every wall.
        """
        sid, *parts = args
        if self._is_from_server(event, sid, parts) or is_known_packet(
            event, len(parts)
        ):
            return await super().trigger_event(event, *args)
        if not self._is_too_fast(sid):
            self._refuse(sid, "event:packet")
        return None

    async def on_event(self, sid: str, data: Any) -> None:
        """Pass on what is well formed; drop the rest with one audit row."""
        if self._is_too_fast(sid) or sid not in self.sid_to_token:
            return
        try:
            event = open_envelope(data)
        except Refused as refusal:
            self._refuse(sid, str(refusal))
        else:
            await super().on_event(sid, event)

    def on_disconnect(self, sid: str) -> asyncio.Task[None] | None:
        """Forget the socket's budget with the socket."""
        self._buckets.pop(sid, None)
        return super().on_disconnect(sid)

    async def on_client_error(self, sid: str, data: Any = None) -> None:
        """Note that a page failed, without what it says of itself."""
        if not self._is_too_fast(sid):
            logger.warning("client_error")

    def _is_from_server(self, event: object, sid: str, parts: list[Any]) -> bool:
        if event == "connect":
            environ = self.server.get_environ(sid, self.namespace)
            return bool(parts) and environ is not None and parts[0] is environ
        if event == "disconnect":  # the server lets go of the socket first
            return not self.server.manager.is_connected(sid, self.namespace)
        return False

    def _is_too_fast(self, sid: str) -> bool:
        now = time.monotonic()
        left, at = self._buckets.get(sid, (BURST, now))
        left = min(BURST, left + (now - at) * RATE) - 1
        self._buckets[sid] = (max(left, -1.0), now)
        return left < 0

    def _refuse(self, sid: str, reason: str) -> None:
        task = asyncio.create_task(self._record(sid, reason))
        self._refusals.add(task)
        task.add_done_callback(self._refusals.discard)

    async def _record(self, sid: str, reason: str) -> None:
        known = self._static_router_data.get(sid, {})
        cookie = known.get("headers", {}).get("cookie", "")
        try:
            who = await who_is(cookie, known.get("ip", ""), is_activity=False)
            await asyncio.to_thread(run, who.actor, record_refusal, reason)
        except Exception:
            logger.exception("refusal_not_recorded")


def raise_wall(app: rx.App) -> None:
    """Put the wall in the place of the framework's own namespace."""
    assert app.sio is not None
    assert app.event_namespace is not None
    wall = WalledNamespace(app.event_namespace.namespace, app)
    app._event_namespace = wall
    app.sio.register_namespace(wall)
    app.sio.eio.max_http_buffer_size = (
        LARGEST_MESSAGE  # a message more is a closed socket
    )
