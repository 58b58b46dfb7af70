"""The whole portal as people meet it: built pages, worker, sandbox, database."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pyotp
from sqlalchemy import Engine, create_engine, text

from commands.benching.empty_app import copy_portal
from commands.build import build_pages
from commands.local_postgres import LocalPostgres
from commands.supervise import BUILT, granian
from services.accounts.keys import token_hash
from tests.conftest import ROOT
from tests.sandbox_process import SandboxProcess

PORT = 3900  # built into the pages, so it cannot be any free one
BAKED = {"DVC_PORT": str(PORT), "DVC_PUBLIC_URL": f"http://localhost:{PORT}"}
PAGES = ROOT / ".data" / "journeys"
PATIENCE = 60.0
ANOTHER_CODE = 8.0  # seconds a second code may take to come
START = 180.0  # seconds a portal may take on a busy machine
SECRET = "the journeys' own secret, long enough to be one"


@dataclass(frozen=True)
class Account:
    """A demonstration account."""

    kind: str
    name: str
    sign_in: str
    password: str
    totp_secret: str

    def code(self) -> str:
        """Return what the authenticator shows; one that was given waits for the next."""
        shown = pyotp.TOTP(self.totp_secret)
        while (code := shown.now()) == _GIVEN.get(self.sign_in):
            time.sleep(0.5)
        _GIVEN[self.sign_in] = code
        return code


_GIVEN: dict[str, str] = {}  # a code is good only once


@dataclass
class Portal:
    """The program that serves pages and sockets; it can die and come back."""

    environment: dict[str, str]
    folder: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a group of its own, and wait until it answers."""
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                granian(PORT),
                cwd=self.folder,
                env=self.environment,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        _await(f"http://localhost:{PORT}", self.log)

    def kill(self) -> None:
        """Let it and its workers die where they stand."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)

    def stop(self) -> None:
        """End it in good order."""
        if self.process:
            self.process.terminate()
            self.process.wait(20)


@dataclass(frozen=True)
class Site:
    """A running portal."""

    url: str
    sandbox: SandboxProcess
    engine: Engine
    accounts: tuple[Account, ...]
    folder: Path
    portal: Portal
    codes_read: set[tuple[str, str]] = field(default_factory=set)

    def account(self, kind: str) -> Account:
        """Return the first account of this kind, or the one that signs in so."""
        return next(one for one in self.accounts if kind in (one.kind, one.sign_in))

    def is_open(self, cookie: str) -> bool:
        """Tell whether the session of this cookie goes on for the next minutes."""
        query = text(
            "select 1 from sign_in_session where token_hash = :hash and ended_at is null"
            " and last_seen_at > now() - interval '3 minutes'"
        )
        with self.engine.begin() as connection:
            return bool(connection.execute(query, {"hash": token_hash(cookie)}).first())

    def newest_code(self, phone: str) -> str:
        """Return the code that the phone received last, once it is there.

        One that was read before is taken only when no other comes: a busy worker may
        send the new one a moment after the page asks for it.
        """
        begun, read = time.monotonic(), self.codes_read
        while (waited := time.monotonic() - begun) < PATIENCE:
            found = self._codes_of(phone)
            fresh = [code for code in found if (phone, code) not in read]
            if fresh or (found and waited > ANOTHER_CODE):
                code = (fresh or found)[0]
                read.add((phone, code))
                return code
            time.sleep(0.2)
        raise AssertionError(f"no code for {phone}")

    def _codes_of(self, phone: str) -> list[str]:
        """Return the codes in the phone's inbox, the newest first."""
        messages = httpx.get(
            f"{self.sandbox.url}/inbox.json", params={"to": phone}, trust_env=False
        ).json()
        return [
            word.strip(".")
            for message in messages
            for word in message["text"].replace("#", " ").split()
            if len(word.strip(".")) == 6 and word.strip(".").isdigit()
        ]


@contextmanager
def run_site(postgres: LocalPostgres, template: str, folder: Path) -> Iterator[Site]:
    """Serve everything, with pages that were built beforehand or are built now."""
    postgres.create_database("journeys", template=template)
    url = postgres.url_of("journeys")
    with ExitStack() as ending:
        sandbox = SandboxProcess(folder / "sandbox")
        sandbox.start()
        ending.callback(sandbox.stop)
        environment = os.environ | {
            **BAKED,
            "DVC_SANDBOX_URL": sandbox.url,
            "DVC_SANDBOX_MAIL_PORT": str(sandbox.mail_port),
            "DVC_DATABASE_URL": url,
            "DVC_DATA_FOLDER": str(folder),
            "DVC_SECRET": SECRET,
        }
        build_site()
        _manage(environment, "seed")
        said = _manage(environment, "demo", "--json")
        accounts = tuple(Account(**row) for row in json.loads(said)["accounts"])
        worker = [sys.executable, str(ROOT / "manage.py"), "worker"]
        ending.enter_context(_process(worker, ROOT, environment, folder / "worker.log"))
        portal = Portal(environment | BUILT, PAGES, folder / "portal.log")
        ending.callback(portal.stop)
        portal.start()
        engine = create_engine(url)
        ending.callback(engine.dispose)
        url_of_pages = f"http://localhost:{PORT}"
        yield Site(url_of_pages, sandbox, engine, accounts, folder, portal)
    postgres.drop_database("journeys")


def build_site() -> None:
    """Build the pages of a copy, if they changed."""
    copy_portal(PAGES)
    kept = dict(os.environ)
    os.environ.update(BAKED)
    try:
        build_pages(PAGES)
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@contextmanager
def _process(
    command: list[str], folder: Path, environment: dict[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=out, stderr=out
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def _await(url: str, log: Path) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{url}/ping", trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(log.read_text()[-3000:])
