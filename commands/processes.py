"""Child processes that end with their parent and leave nothing behind."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
MARK = "DVC_STARTED_BY"
CALM = 30.0  # a process that lived this many seconds starts again at once
LONGEST_PAUSE = 30.0
LOG_LIMIT = 10_000_000


def with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """Return what a child runs before its program: get a signal if the parent dies.

    Linux ties this to the parent's thread, so children are started from the
    main thread only.
    """
    if sys.platform != "linux":
        return None
    parent, prctl = os.getpid(), ctypes.CDLL(None).prctl

    def bind() -> None:
        prctl(PR_SET_PDEATHSIG, int(number))
        if os.getppid() != parent:
            os.kill(os.getpid(), number)

    return bind


def open_log(path: Path) -> IO[bytes]:
    """Open a log to append to; one that has grown too long starts anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    grown = path.exists() and path.stat().st_size > LOG_LIMIT
    return path.open("wb" if grown else "ab")


@dataclass
class Child:
    """One program of the portal, started again when it ends."""

    name: str
    command: list[str]
    folder: Path
    log: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    started: float = 0.0
    due: float = 0.0

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C does not reach it."""
        self.started = time.monotonic()
        self.due = 0.0
        out = open_log(self.log) if self.log else None
        try:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env={**os.environ, **self.environment, MARK: str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT if out else None,
                start_new_session=True,
                preexec_fn=with_parent(signal.SIGTERM),  # noqa: PLW1509 -- main thread only
            )
        finally:
            if out:
                out.close()

    def ended(self) -> int | None:
        """Return the exit status, or None while it runs or was never started."""
        return self.process.poll() if self.process else None

    def mend(self) -> bool:
        """Start it again if it ended; after quick deaths the pause doubles."""
        if self.ended() is None:
            return False
        now = time.monotonic()
        if not self.due:
            self.kill()
            self.failures = 0 if now - self.started > CALM else self.failures + 1
            pause = 0.5 * 2.0 ** (self.failures - 1) if self.failures else 0.0
            self.due = now + min(pause, LONGEST_PAUSE)
        if now < self.due:
            return False
        self.start()
        return True

    def stop(self, patience: float = 5.0) -> None:
        """Ask it to end, then end it and what it started."""
        if not self.process:
            return
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        self.kill()

    def kill(self) -> None:
        """End the whole session of this child: its own children may outlive it."""
        if self.process:
            kill_group(self.process.pid)
            self.process.wait()

    def last_words(self, lines: int = 15) -> str:
        """Return the end of its log."""
        if not self.log or not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def kill_group(leader: int) -> None:
    """Kill what is left of a process group; none left is fine."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def leftovers(folder: Path) -> list[int]:
    """Return the processes that carry the mark of this folder, but for the asker."""
    mark, found = f"{MARK}={folder}".encode(), []
    spared = {os.getpid(), os.getppid()}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            marked = mark in (entry / "environ").read_bytes().split(b"\0")
        except OSError:  # ended meanwhile, or another person's process
            continue
        if marked and int(entry.name) not in spared:
            found.append(int(entry.name))
    return found


def end_leftovers(folder: Path, patience: float = 10.0) -> None:
    """Kill what a killed start of this folder left running, and see it gone.

    Children carry a mark in their environment; whoever holds the start lock
    knows that every process with the mark of this folder is left over.
    """
    deadline = time.monotonic() + patience
    while (found := leftovers(folder)) and time.monotonic() < deadline:
        for number in found:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
        time.sleep(0.05)


def is_program(number: str, name: str) -> bool:
    """Tell whether this process number is, by now, a program of that name."""
    proc = Path("/proc") / number / "cmdline"
    if Path("/proc/self").exists():
        line = proc.read_bytes().split(b"\0")[0] if proc.exists() else b""
    else:
        ask = ["ps", "-o", "comm=", "-p", number]
        line = subprocess.run(ask, capture_output=True, check=False).stdout.strip()
    return os.fsdecode(line).split("/")[-1].split(":")[0] == name
