"""One start, one Ctrl-C: order, waiting, starting again, and an orderly end."""

import fcntl
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
import httpx

from commands.database import VARIABLE
from commands.local_postgres import LocalPostgres
from commands.places import (
    ROOT,
    bank_push_address,
    data_folder,
    portal_port,
    sandbox_mail_port,
    sandbox_port,
)
from commands.processes import Child, end_leftovers
from services.settings import Settings

LONGEST_START = 120.0
FIRST, LAST = ("sandbox", "worker", "portal"), ("portal", "worker", "sandbox")


class Stopped(Exception):
    """Somebody asked the portal to stop."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the start lock of this folder; the kernel lets go when a holder dies."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "start.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise click.ClickException(
                "The portal already runs from this folder; stop it there with Ctrl-C."
            ) from error
        yield


def refuse_taken_port(port: int, owner: str) -> None:
    """Stop before anything starts if another program answers on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(
                f"Port {port} of the {owner} is taken by another program."
            ) from error


def refuse_local_database_in_production() -> None:
    """Production keeps its rows on a server that somebody backs up."""
    chosen = Settings()
    if chosen.production and not chosen.database_url:
        raise click.ClickException("Production needs DVC_DATABASE_URL.")


def manage(name: str, *arguments: str) -> list[str]:
    """Return the call of one of our own commands."""
    return [sys.executable, str(ROOT / "manage.py"), name, *arguments]


def granian(port: int) -> list[str]:
    """Return the call of the server of the built pages and the socket."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "asgi", "--factory"),
        *("--host", "127.0.0.1", "--port", str(port)),
        *("--workers-kill-timeout", "3", "--no-access-log"),
        "dvc_app.dvc_app:app",
    ]


BUILT = {  # serve what was built, compile nothing
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}


class Supervisor:
    """Holds the processes of the portal from the first to the last."""

    def __init__(self, portal: Child, *, build: bool) -> None:
        self.data = data_folder()
        self.build = build
        self.stopping = False
        self.database: LocalPostgres | None = None
        self.pause, self.due = 0.5, 0.0
        sandbox = {
            "SANDBOX_PORT": str(sandbox_port()),
            "SANDBOX_DATA": str(self.data / "sandbox"),
            "SANDBOX_BANK_PUSH_URL": bank_push_address(),
        }
        self.children = {
            "sandbox": self.child("sandbox", [sys.executable, "-m", "sandbox"]),
            "worker": self.child("worker", manage("worker")),
            "portal": portal,
        }
        self.children["sandbox"].environment = sandbox
        self.steps: list[Child] = []

    def child(self, name: str, command: list[str]) -> Child:
        """Return a program of this folder with a log of its own."""
        return Child(name, command, ROOT, self.data / "logs" / f"{name}.log")

    def run(self) -> None:
        """Start everything, keep it alive, and stop it all when asked."""
        with only_one(self.data):
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, self.note)
            refuse_local_database_in_production()
            end_leftovers(ROOT)
            refuse_taken_port(portal_port(), "portal")
            refuse_taken_port(sandbox_port(), "sandbox")
            refuse_taken_port(sandbox_mail_port(), "sandbox's mail")
            try:
                self.start()
                self.watch()
            except Stopped:
                click.echo("\nStopping.")
            finally:
                self.stop()

    def note(self, number: int, frame: FrameType | None) -> None:
        """Remember that somebody wants to stop; the loops look at it."""
        self.stopping = True

    def start(self) -> None:
        """Database and build at once, schema, data, then the three programs."""
        began = time.monotonic()
        build = self.step("build") if self.build else None
        self.start_database()
        self.finish(self.step("migrate"))
        self.finish(self.step("seed"))
        if build:
            self.finish(build)
        for name in FIRST:
            self.children[name].start()
        self.await_portal()
        click.echo(f"Started in {time.monotonic() - began:.0f} s.\n")
        self.finish(self.step("demo", quiet=False))
        click.echo(f"\nLogs: {self.data / 'logs'}    Stop: Ctrl-C")

    def start_database(self) -> None:
        """Start the local server unless the environment names another one."""
        if os.environ.get(VARIABLE) and self.database is None:
            return
        if self.database is None:
            self.database = LocalPostgres(self.data)
        click.echo("Starting the database.")
        self.database.start()
        os.environ[VARIABLE] = self.database.url

    def step(self, name: str, *, quiet: bool = True) -> Child:
        """Begin a command that ends by itself."""
        if quiet:
            click.echo(f"Running: {name}.")
        child = self.child(name, manage(name))
        child.log = child.log if quiet else None
        self.steps.append(child)
        child.start()
        return child

    def finish(self, child: Child) -> None:
        """Wait for a step; a failed one ends the start with its last words."""
        while (status := child.ended()) is None:
            self.rest()
        self.steps.remove(child)
        if status:
            raise click.ClickException(f"{child.name} failed:\n{child.last_words()}")

    def rest(self) -> None:
        """Let a moment pass, unless somebody wants to stop."""
        if self.stopping:
            raise Stopped
        time.sleep(0.1)

    def await_portal(self) -> None:
        """Wait until the portal answers, mending what ends meanwhile."""
        address = f"http://127.0.0.1:{portal_port()}/ping"
        deadline = time.monotonic() + LONGEST_START
        with httpx.Client(trust_env=False, timeout=2) as client:
            while time.monotonic() < deadline:
                self.mend()
                self.rest()
                try:
                    if client.get(address).is_success:
                        return
                except httpx.TransportError:
                    continue
        words = self.children["portal"].last_words()
        raise click.ClickException(f"The portal does not answer:\n{words}")

    def watch(self) -> None:
        """Keep everything running until somebody wants to stop."""
        while True:
            self.mend()
            self.rest()

    def mend(self) -> None:
        """Start again what ended, with growing pauses."""
        if self.database and self.database.has_ended():
            self.mend_database()
        for child in self.children.values():
            if child.ended() is not None and not child.due:
                click.echo(f"{child.name} ended ({child.ended()}); see {child.log}")
            if child.mend():
                click.echo(f"{child.name} was started again.")

    def mend_database(self) -> None:
        """Start the ended server again; its programs reconnect by themselves."""
        now = time.monotonic()
        if now < self.due:
            return
        self.pause = 0.5 if now - self.due > 60 else min(self.pause * 2, 30.0)
        self.due = now + self.pause
        click.echo("The database ended.")
        try:
            self.start_database()
        except RuntimeError as error:
            click.echo(str(error), err=True)

    def stop(self) -> None:
        """End portal, worker, sandbox, then the database they speak to."""
        for child in [*self.steps, *(self.children[name] for name in LAST)]:
            child.stop()
        if self.database:
            self.database.stop()
