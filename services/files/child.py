"""Run a parser in a process of its own, which cannot harm this one (UP-3)."""

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from typing import IO

from services.files.verdicts import FileFault, FileLimits

ROOT = Path(__file__).resolve().parents[2]
# Nothing of the portal's environment reaches the child: no address, no secret.
ENVIRONMENT = {"LANG": "C.UTF-8"}


class InspectorFailed(RuntimeError):
    """The inspector itself is at fault; nothing is known of the file."""


def run_child(
    module: str,
    arguments: Sequence[str],
    pipes: tuple[IO[bytes], IO[bytes]],
    seconds: int,
) -> FileFault | None:
    """Run the module from one open file to another; return why it had to end.

    Raises InspectorFailed when it ended by a fault of ours.
    """
    source, answer = pipes
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=ENVIRONMENT,
            timeout=2 * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return FileFault.TIMEOUT
    if done.returncode in (-SIGXCPU, -SIGKILL):
        return FileFault.TIMEOUT
    if done.returncode < 0:  # a parser crashed on it
        return FileFault.BROKEN
    if done.returncode > 0:
        raise InspectorFailed(f"exit {done.returncode}")
    return None


def cap(limits: FileLimits, answer_bytes: int) -> None:
    """Bind this process before it reads a byte; it cannot loosen this again."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (answer_bytes, answer_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
