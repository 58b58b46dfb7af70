"""The served portal of a test: its process, its rows, and browsers that ask it."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import Engine, TextClause, text

from tests.conftest import ROOT, SECRET
from tests.walls.observed import JOURNAL, REGISTRY, STATEMENTS

# Any, below: events and deltas are JSON of the framework's making.
PATIENCE = 300.0  # a busy machine imports slowly
PATIENCE_WITH_ROWS = 3.0
ANSWER = 10.0  # seconds one event may take
# What belongs to one person: table → column that says to whom.
OF_ONE_PERSON = {
    "account": "id",
    "security_notice": "account_id",
    "notification": "account_id",
    "muted_sort": "account_id",
    "desk_view": "account_id",
    "desk_export": "account_id",
    "signer_number": "account_id",
    "person_asked": "officer_id",
    "register_export": "asked_by_id",
    "report_schedule": "owner_id",
}
# What a call may change whoever calls: the trail, its own tab, and its own pulse.
UNCOUNTED = {"audit_entry", "audit_link", "tab_binding", "alembic_version"}


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

    @property
    def statements(self) -> Path:
        """The handler of every statement; “-” for what the walls ask."""
        return self.folder / "statements"

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

    def digest(self, besides: UUID | None = None) -> dict[str, str]:
        """Return a hash of every table that a refused call must not touch.

        `besides` is a person whose own settings and notices may change.
        """
        person = {"person": besides}
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(self._hashes, person)}

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
        each = (
            f"select '{name}', {hashed} from {name} t {_of_others(name)}"  # noqa: S608
            for name in sorted(names)
        )
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


def _of_others(table: str) -> str:
    """Return the condition that leaves one person's own rows out."""
    column = OF_ONE_PERSON.get(table)
    return f"where t.{column} is distinct from cast(:person as uuid)" if column else ""


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
        STATEMENTS: str(portal.statements),
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
