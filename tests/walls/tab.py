"""A tab of a browser: the websocket spoken by hand, so that it can be spoken wrongly."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import websocket

from tests.walls.portal import ANSWER, Portal

# Any, below: events and deltas are JSON of the framework's making.
HYDRATED = '"is_hydrated_rx_state_":true'
STALE = '"is_stale_rx_state_":true'
TELL = "reflex___state____state.dvc_app___state___base____app_state.tell"
HYDRATE = "reflex___state____state.hydrate_and_load"


@dataclass
class Tab:
    """A tab's websocket, spoken by hand so that it can be spoken wrongly."""

    portal: Portal
    cookie: str = ""
    token: str = field(default_factory=lambda: str(uuid4()))
    origin: str | None = ""  # "": ours; None: not sent at all
    query: str = ""  # the whole query string, when it is not the usual one
    headers: Mapping[str, str] = field(default_factory=dict)
    heard: list[Any] = field(default_factory=list)
    socket: websocket.WebSocket | None = None
    sent: int = 0

    def open(self, auth: object = None) -> bool:
        """Connect; tell whether the handshake was accepted."""
        query = self.query or f"token={self.token}"
        origin = self.portal.origin if self.origin == "" else self.origin
        try:
            self.socket = websocket.create_connection(
                f"ws://127.0.0.1:{self.portal.port}/_event/?{query}"
                "&EIO=4&transport=websocket",
                timeout=ANSWER,
                host=f"localhost:{self.portal.port}",
                origin=origin,
                suppress_origin=origin is None,
                skip_utf8_validation=True,
                cookie=f"dvc={self.cookie}" if self.cookie else None,
                header=dict(self.headers),
            )
        except (websocket.WebSocketException, OSError):
            return False
        self.send("40/_event," + ("" if auth is None else json.dumps(auth)))
        return self.wait(lambda packet: packet.startswith("40/_event"))

    def hydrate(self, path: str = "/") -> list[Any]:
        """Load the page of this path, as a browser does first."""
        self.emit(HYDRATE, {}, path)
        self.wait(lambda packet: HYDRATED in packet)
        return self.settle()

    def send(self, packet: str) -> None:
        """Send one packet as it is."""
        assert self.socket is not None
        self.socket.send(packet)

    def emit(
        self,
        name: str,
        payload: object,
        path: str = "/",
        query: Mapping[str, str] | None = None,
    ) -> None:
        """Send an event as pages do."""
        route = {"pathname": path, "asPath": path, "query": dict(query or {})}
        self.event({"name": name, "payload": payload, "router_data": route})

    def event(self, envelope: object) -> None:
        """Send an event with this envelope."""
        self.send("42/_event," + json.dumps(["event", envelope]))

    def call(self, name: str, payload: object, path: str = "/") -> list[Any]:
        """Send an event and return every update that came of it."""
        self.emit(name, payload, path)
        return self.settle()

    def settle(self) -> list[Any]:
        """Return what came, once everything sent before was dealt with."""
        self.sent += 1
        mark = f"mark-{self.sent}"
        self.emit(TELL, {"text": mark, "kind": "info"})
        self.wait(lambda packet: mark in packet or STALE in packet)
        heard, self.heard = self.heard, []
        return heard

    def wait(self, is_it: Any) -> bool:
        """Listen until a packet is the one; tell whether it came."""
        assert self.socket is not None
        deadline = time.monotonic() + ANSWER
        while time.monotonic() < deadline:
            try:
                packet = str(self.socket.recv())
            except (websocket.WebSocketException, OSError):
                return False
            if not packet:
                return False
            if packet == "2":
                self.send("3")
            elif packet.startswith("42"):
                self.heard.append(json.loads(packet[packet.index("[") :])[1])
            if is_it(packet):
                return True
        return False

    def is_alive(self) -> bool:
        """Tell whether the connection still answers."""
        try:
            self.send('42/_event,["ping"]')
        except (websocket.WebSocketException, OSError):
            return False
        return self.wait(lambda packet: "pong" in packet)

    def close(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            self.socket.close()


@contextmanager
def tab(portal: Portal, cookie: str, path: str = "/") -> Iterator[Tab]:
    """Open a tab on a page, and close it afterwards."""
    opened = Tab(portal, cookie)
    assert opened.open()
    opened.hydrate(path)
    try:
        yield opened
    finally:
        opened.close()
