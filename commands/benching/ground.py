"""Folder, ports, database and two served applications that only the bench uses."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import httpx
import psutil  # type: ignore[import-untyped]
import psycopg

from commands.benching.empty_app import copy_portal, write_empty_app
from commands.build import build_pages
from commands.database import VARIABLE
from commands.local_postgres import LocalPostgres
from commands.places import data_folder
from commands.processes import Child, end_leftovers
from commands.supervise import BUILT, granian, manage, only_one, refuse_taken_port

PORTAL_PORT, EMPTY_PORT = 3917, 3918
DATABASE = "bench"
LONGEST_START = 60.0


@dataclass(frozen=True)
class Served:
    """An application that answers."""

    url: str
    folder: Path
    child: Child

    def memory(self) -> int:
        """Return the bytes its processes hold."""
        assert self.child.process is not None
        first = psutil.Process(self.child.process.pid)
        family = [first, *first.children(recursive=True)]
        return sum(int(one.memory_info().rss) for one in family)


@dataclass(frozen=True)
class Ground:
    """Where everything is measured."""

    portal: Served
    empty: Served
    database_url: str

    def seed(self, dossiers: int) -> None:
        """Fill the database, and let the planner know."""
        say(f"Seeding {dossiers:,} dossiers.")
        call("seed", "--dossiers", str(dossiers))
        with psycopg.connect(plain(self.database_url), autocommit=True) as connection:
            connection.execute("analyze")


def say(words: str) -> None:
    """Tell who waits what is going on."""
    click.echo(f"{time.strftime('%H:%M:%S')}  {words}", err=True)


def plain(url: str) -> str:
    """Return the address as PostgreSQL's own client takes it."""
    return url.replace("+psycopg", "", 1)


def call(*arguments: str) -> None:
    """Run one of our own commands to its end."""
    done = subprocess.run(
        manage(*arguments), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise click.ClickException(f"{arguments[0]} failed:\n{done.stderr[-2000:]}")


def address(port: int) -> dict[str, str]:
    """Return the settings of an application that answers on the port."""
    return {"DVC_PORT": str(port), "DVC_PUBLIC_URL": f"http://localhost:{port}"}


@contextmanager
def prepared() -> Iterator[Ground]:
    """Build and serve both applications over an empty database; end all of it."""
    folder = data_folder() / "bench"
    with ExitStack() as ending:
        ending.enter_context(only_one(folder))
        for port in (PORTAL_PORT, EMPTY_PORT):
            refuse_taken_port(port, "bench")
        os.environ |= {"DVC_DATA_FOLDER": str(folder), "DVC_PRODUCTION": "false"}
        os.environ |= {"DVC_STORAGE_URL": "", "DVC_REDIS_URL": "", "DVC_FAILPOINT": ""}
        url = ending.enter_context(_database(folder))
        empty = _built(folder / "empty", EMPTY_PORT, write_empty_app)
        portal = _built(folder / "portal", PORTAL_PORT, copy_portal)
        call("migrate")
        call("seed")
        for one in (empty, portal):
            ending.callback(one.child.stop)
            one.child.start()
        for one in (empty, portal):
            _await(one)
        yield Ground(portal, empty, url)


@contextmanager
def _database(folder: Path) -> Iterator[str]:
    """A database made anew: what an earlier bench left would be counted."""
    with LocalPostgres(folder) as server:
        server.drop_database(DATABASE)
        os.environ[VARIABLE] = server.create_database(DATABASE)
        yield os.environ[VARIABLE]


def _built(folder: Path, port: int, write: Callable[[Path], None]) -> Served:
    """Write the application, build it if it changed; the port is built in."""
    end_leftovers(folder)
    write(folder)
    os.environ |= address(port)
    say(f"Building {folder.name}, if it changed.")
    build_pages(folder)
    log = folder.parent / "logs" / f"{folder.name}.log"
    child = Child(folder.name, granian(port), folder, log, BUILT | address(port))
    return Served(f"http://localhost:{port}", folder, child)


def _await(served: Served) -> None:
    deadline = time.monotonic() + LONGEST_START
    with httpx.Client(trust_env=False, timeout=2) as client:
        while time.monotonic() < deadline and served.child.ended() is None:
            try:
                if client.get(f"{served.url}/ping").is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
    raise click.ClickException(f"No answer:\n{served.child.last_words()}")
