"""The served portal of a test: its process, its rows, and browsers that ask it."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import websocket
from sqlalchemy import Engine, TextClause, text

from tests.conftest import ROOT, SECRET
from tests.walls.observed import JOURNAL, REGISTRY

# Any, below: events and deltas are JSON of the framework's making.
HYDRATED = '"is_hydrated_rx_state_":true'
STALE = '"is_stale_rx_state_":true'
PATIENCE = 60.0
PATIENCE_WITH_ROWS = 3.0
ANSWER = 10.0  # seconds one event may take
TELL = "reflex___state____state.dvc_app___state___base____app_state.tell"
HYDRATE = "reflex___state____state.hydrate_and_load"
# What a call may change whoever calls: the trail, its own tab, and its own pulse.
UNCOUNTED = {"audit_entry", "tab_binding", "alembic_version"}


@dataclass(frozen=True)
class Portal:
    """A portal on a port of its own."""

    port: int
    engine: Engine
    folder: Path

    @property
    def origin(self) -> str:
        """Where its pages come from."""
        return f"http://localhost:{self.port}"

    @property
    def journal(self) -> Path:
        """The names of handlers whose bodies ran."""
        return self.folder / "journal"

    @property
    def log(self) -> Path:
        """What the process wrote."""
        return self.folder / "portal.log"

    @property
    def registry(self) -> dict[str, Any]:
        """Every handler a client can name: whose it is, and what it takes."""
        found: dict[str, Any] = json.loads(self._registry.read_text())
        return found

    @property
    def _registry(self) -> Path:
        return self.folder / "registry.json"

    def ran(self) -> list[str]:
        """Return the handlers whose bodies ran so far."""
        return self.journal.read_text().split()

    def refused(self) -> int:
        """Return how many refusals are written down so far."""
        query = text("select count(*) from audit_entry where outcome = 'refused'")
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def refusals_after(self, before: int, expected: int) -> list[tuple[str, str]]:
        """Return reason and account of the refusals since then.

        They are written beside the answer: wait for as many as are expected.
        """
        deadline = time.monotonic() + PATIENCE_WITH_ROWS
        query = text(
            "select details->>'reason', coalesce(account_id::text, '')"
            " from audit_entry where outcome = 'refused' order by at, id offset :seen"
        )
        while True:
            with self.engine.connect() as connection:
                rows = connection.execute(query, {"seen": before}).all()
            if len(rows) >= expected or time.monotonic() > deadline:
                return [(row[0], row[1]) for row in rows]
            time.sleep(0.01)

    def digest(self) -> dict[str, str]:
        """Return a hash of every table that a refused call must not touch."""
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(self._hashes)}

    @cached_property
    def _hashes(self) -> TextClause:
        query = text(
            "select table_name from information_schema.tables"
            " where table_schema = 'public' and table_type = 'BASE TABLE'"
        )
        with self.engine.connect() as connection:
            names = [
                name
                for name in connection.execute(query).scalars()
                if name not in UNCOUNTED and not name.startswith("procrastinate")
            ]
        # A session's last use moves whenever its owner does anything at all.
        row = "(to_jsonb(t) - 'last_seen_at')::text"
        hashed = f"md5(coalesce(string_agg({row}, '|' order by t.id), ''))"
        each = (f"select '{name}', {hashed} from {name} t" for name in sorted(names))  # noqa: S608
        return text(" union all ".join(each))

    def client(self, cookie: str = "", **headers: str) -> httpx.Client:
        """Return a browser on one of our pages, unless the headers say otherwise."""
        ours = {"origin": self.origin, "host": f"localhost:{self.port}"} | headers
        held = {"cookie": f"dvc={cookie}"} if cookie else {}
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={name: value for name, value in (ours | held).items() if value},
            trust_env=False,
            timeout=ANSWER,
        )


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


def new_cookie() -> str:
    """Return the name of a browser nobody has seen."""
    return secrets.token_urlsafe(32)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(engine: Engine, folder: Path) -> Iterator[Portal]:
    """Serve the portal without its pages, over this database."""
    portal = Portal(free_port(), engine, folder)
    portal.journal.touch()
    environment = os.environ | {
        "DVC_DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "DVC_DATA_FOLDER": str(folder),
        "DVC_PORT": str(portal.port),
        "DVC_PUBLIC_URL": portal.origin,
        "DVC_SECRET": SECRET.decode(),
        "REFLEX_ENV_MODE": "prod",
        "__REFLEX_SKIP_COMPILE": "true",
        JOURNAL: str(portal.journal),
        REGISTRY: str(portal._registry),
    }
    command = [
        *(sys.executable, "-m", "granian", "--interface", "asgi", "--factory"),
        *("--host", "127.0.0.1", "--port", str(portal.port), "--no-access-log"),
        *("--workers-kill-timeout", "1", "tests.walls.observed:app"),
    ]
    with portal.log.open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            _await(portal, process)
            yield portal
        finally:
            process.terminate()
            process.wait(20)


def _await(portal: Portal, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    with portal.client() as client:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if client.get("/ping").is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
    raise AssertionError(portal.log.read_text()[-3000:])
