"""Judge a file that has arrived (R19, UP-1 to UP-4), in a process of its own."""

import binascii
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter

from services.files.child import ENVIRONMENT, InspectorFailed, run_child
from services.files.verdicts import (
    THUMBNAIL_BYTES,
    FileFault,
    FileKind,
    FileLimits,
    Verdict,
    kind_of_name,
    refuse,
)

__all__ = ["ENVIRONMENT", "InspectorFailed", "inspect", "read_answer"]
CHILD = "services.files.inspector_child"
ANSWER_BYTES = 256 * 1024


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
    task = asdict(limits) | {"kinds": sorted(limits.kinds)}
    arguments = [kind, str(ANSWER_BYTES), json.dumps(task)]
    with path.open("rb") as source, tempfile.TemporaryFile() as answer:
        if fault := run_child(CHILD, arguments, (source, answer), limits.seconds):
            return refuse(fault, kind)
        answer.seek(0)
        return read_answer(answer.read(ANSWER_BYTES), kind)


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
