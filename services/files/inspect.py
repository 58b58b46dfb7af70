"""Judge a file that has arrived (R19, UP-1 to UP-4), in a process of its own."""

import binascii
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from typing import IO

from pydantic import TypeAdapter

from services.files.verdicts import (
    THUMBNAIL_BYTES,
    FileFault,
    FileKind,
    FileLimits,
    Verdict,
    kind_of_name,
    refuse,
)

ROOT = Path(__file__).resolve().parents[2]
CHILD = "services.files.inspector_child"
# Nothing of the portal's environment reaches the child: no address, no secret.
ENVIRONMENT = {"LANG": "C.UTF-8"}
ANSWER_BYTES = 256 * 1024


class InspectorFailed(RuntimeError):
    """The inspector itself is at fault; nothing is known of the file."""


def inspect(path: Path, declared_name: str, limits: FileLimits) -> Verdict:
    """Say whether the file may be kept, and what it is. The file is only read.

    Parsers never run in this process: a hostile file can end or exhaust the
    child only, which holds no secret and writes nothing but its answer.
    """
    kind = kind_of_name(declared_name)
    if kind is None or kind not in limits.kinds:
        return refuse(FileFault.WRONG_TYPE, kind)
    size = path.stat().st_size
    if size == 0:
        return refuse(FileFault.EMPTY, kind)
    if size > limits.max_bytes:
        return refuse(FileFault.TOO_LARGE, kind)
    with path.open("rb") as source, tempfile.TemporaryFile() as answer:
        code = run_child(source, answer, kind, limits)
        if code is None or code in (-SIGXCPU, -SIGKILL):
            return refuse(FileFault.TIMEOUT, kind)
        if code < 0:  # a parser crashed on it
            return refuse(FileFault.BROKEN, kind)
        if code > 0:
            raise InspectorFailed(f"exit {code}")
        answer.seek(0)
        return read_answer(answer.read(ANSWER_BYTES), kind)


def run_child(
    source: IO[bytes], answer: IO[bytes], kind: FileKind, limits: FileLimits
) -> int | None:
    """Run the inspector on the open file; None when it had to be stopped."""
    task = asdict(limits) | {"kinds": sorted(limits.kinds)}
    command = [sys.executable, "-m", CHILD, kind, str(ANSWER_BYTES), json.dumps(task)]
    try:
        done = subprocess.run(
            command,
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=ENVIRONMENT,
            timeout=2 * limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def read_answer(answer: bytes, kind: FileKind) -> Verdict:
    """Trust no more of the child's answer than its form."""
    try:
        facts = json.loads(answer)
        facts["thumbnail"] = binascii.a2b_base64(facts["thumbnail"]) or None
        verdict = TypeAdapter(Verdict).validate_python(facts)
    except (ValueError, TypeError, KeyError):
        raise InspectorFailed("unreadable answer") from None
    if verdict.accepted != (verdict.fault is None) or verdict.kind is not kind:
        raise InspectorFailed("contradicts itself")
    if len(verdict.thumbnail or b"") > THUMBNAIL_BYTES:
        raise InspectorFailed("picture too large")
    return verdict
