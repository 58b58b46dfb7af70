"""A real PostgreSQL from the wheel: no TCP port, no password, one folder."""

import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import IO, LiteralString, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from commands import postgres_programs
from commands.processes import is_program, open_log, with_parent

SUPERUSER, OWNER = "postgres", "dvc"
EXTENSIONS: tuple[LiteralString, ...] = ("unaccent", "pg_trgm")
LONGEST_SOCKET_FOLDER = 80  # a socket's path holds 107 bytes
PATIENCE = 60.0


class LocalPostgres:
    """One cluster in one folder, as root (through a system user) or as anybody.

    Sign-in is by peer: the kernel names who connects. The role postgres rules,
    the role dvc owns the database dvc and is no superuser. fsync stays on.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.process: subprocess.Popen[bytes] | None = None
        self.programs = Path()
        self.user = pwd.getpwuid(os.geteuid())

    @property
    def cluster(self) -> Path:
        """The data directory; when root starts it, a link into the user's home."""
        return self.folder / "pg"

    @property
    def socket(self) -> Path:
        """The 0700 folder of the socket."""
        if postgres_programs.is_root():
            return self.cluster.resolve().with_suffix(".run")
        near = self.folder / "run"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_FOLDER:
            return near
        name = hashlib.sha256(os.fsencode(near)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"dvc-{os.geteuid()}-{name}"

    @property
    def url(self) -> str:
        """The address of the portal's database, in SQLAlchemy's form."""
        return self.url_of(OWNER)

    def url_of(self, database: str) -> str:
        """Return the address of one database of this cluster, as its owner."""
        return (
            f"postgresql+psycopg://{OWNER}@/{quote(database)}"
            f"?host={quote(str(self.socket), safe='/')}"
        )

    def start(self) -> None:
        """Start the server, making the cluster if there is none, and wait for it."""
        self.programs, self.user = postgres_programs.programs()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if postgres_programs.is_root():
            postgres_programs.link_cluster(self.cluster, self.user)
        self._make_socket_folder()
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster()
        self._write_sign_in_rules()
        self._end_leftover()
        deadline = time.monotonic() + PATIENCE
        self._launch()
        while not self.answers():
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL does not start.\n{self._last_words()}")
            if self.has_ended():
                time.sleep(0.3)  # backends of a killed server still hold its memory
                self._launch()
            time.sleep(0.02)
        self._make_roles()

    def stop(self) -> None:
        """End sessions and the server; what was committed is on disk."""
        if self.process is None:
            return
        for number, patience in ((signal.SIGINT, 20), (signal.SIGQUIT, 10)):
            if self.process.poll() is None:
                self.process.send_signal(number)
                try:
                    self.process.wait(patience)
                except subprocess.TimeoutExpired:
                    continue
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process = None

    def has_ended(self) -> bool:
        """Tell whether the server that was started here is gone."""
        return self.process is not None and self.process.poll() is not None

    def answers(self) -> bool:
        """Tell whether a server of this folder takes connections."""
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make a database owned by dvc, as a copy of another one; return its address."""
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
        parts = (name, OWNER, template or "template1")
        self._run(statement.format(*map(sql.Identifier, parts)))
        return self.url_of(name)

    def drop_database(self, name: str) -> None:
        """Remove a database and end whoever is connected to it."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._run(statement.format(sql.Identifier(name)))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _connect(self, database: str = SUPERUSER) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.socket),
            user=SUPERUSER,
            dbname=database,
            connect_timeout=5,
            autocommit=True,
        )

    def _run(self, statement: sql.Composed, database: str = SUPERUSER) -> None:
        with self._connect(database) as connection:
            connection.execute(statement)

    def _tool(
        self, name: str, *arguments: str, out: IO[bytes] | int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        same = self.user.pw_uid == os.geteuid()
        return subprocess.Popen(
            [self.programs / name, *arguments],
            cwd="/",
            start_new_session=True,
            preexec_fn=with_parent(signal.SIGINT),  # noqa: PLW1509 -- main thread only
            user=None if same else self.user.pw_uid,
            group=None if same else self.user.pw_gid,
            extra_groups=None if same else [],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )

    def _launch(self) -> None:
        with open_log(self.folder / "logs" / "postgres.log") as log:
            where = ["-D", str(self.cluster.resolve()), "-k", str(self.socket)]
            rules = {"listen_addresses": "", "unix_socket_permissions": "0700"}
            options = [f"-c{name}={value}" for name, value in rules.items()]
            self.process = self._tool("postgres", *where, *options, out=log)

    def _last_words(self) -> str:
        log = self.folder / "logs" / "postgres.log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-15:])

    def _make_socket_folder(self) -> None:
        self.socket.mkdir(mode=0o700, exist_ok=True)
        if postgres_programs.is_root():
            os.chown(self.socket, self.user.pw_uid, self.user.pw_gid)
        if self.socket.is_symlink() or self.socket.stat().st_uid != self.user.pw_uid:
            raise RuntimeError(f"{self.socket} belongs to somebody else.")
        self.socket.chmod(0o700)

    def _make_cluster(self) -> None:
        """Make it beside its place: a killed initdb leaves a half that looks whole."""
        final = self.cluster.resolve()
        partial = final.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        with open_log(self.folder / "logs" / "initdb.log") as log:
            options = ["--auth-local=peer", "--auth-host=reject", "--encoding=UTF8"]
            locale = ["--locale-provider=builtin", "--locale=C.UTF-8"]
            where = ["-D", str(partial), "-U", SUPERUSER]
            made = self._tool("initdb", *where, *options, *locale, out=log)
            if made.wait():
                raise RuntimeError(f"initdb failed: see {log.name}")
        if final.exists():
            final.rmdir()
        partial.rename(final)

    def _write_sign_in_rules(self) -> None:
        people = {self.user.pw_name, pwd.getpwuid(os.geteuid()).pw_name}
        lines = [f'portal "{p}" {r}\n' for p in people for r in (SUPERUSER, OWNER)]
        rules = {
            "pg_ident.conf": "".join(sorted(lines)),
            "pg_hba.conf": "local all all peer map=portal\n",
        }
        for name, text in rules.items():
            path = self.cluster / name
            path.write_text(text)
            os.chown(path, self.user.pw_uid, self.user.pw_gid)

    def _end_leftover(self) -> None:
        """Stop a server that outlived its supervisor; forget one that is gone.

        The number in the file may by now belong to any other program, which
        must neither be signalled nor keep the server from starting.
        """
        pid_file = self.cluster / "postmaster.pid"
        if not pid_file.exists():
            return
        number = pid_file.read_text().split("\n", 1)[0].strip()
        if is_program(number, "postgres"):
            where = ["-D", str(self.cluster.resolve())]
            self._tool("pg_ctl", *where, "-m", "fast", "-t", "20", "stop").wait()
        else:
            pid_file.unlink(missing_ok=True)
            (self.socket / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _make_roles(self) -> None:
        """Make what a first start lacks; an interrupted one is completed."""
        with self._connect() as connection:
            names = connection.execute(
                "SELECT rolname FROM pg_roles UNION ALL SELECT 'db ' || datname"
                " FROM pg_database"
            )
            known = {row[0] for row in names}
            if OWNER not in known:
                connection.execute("CREATE ROLE dvc LOGIN")
        if f"db {OWNER}" in known:
            return
        for extension in EXTENSIONS:  # every later database is copied from this one
            statement = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}")
            self._run(statement.format(sql.Identifier(extension)), "template1")
        self.create_database(OWNER)
