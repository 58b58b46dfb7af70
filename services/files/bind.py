"""Make one PDF of photographs, in a process of its own (R20, UP-3)."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from services.files.child import run_child
from services.files.inspect import inspect
from services.files.pages_child import TASK, BindTask, Leaf
from services.files.verdicts import FileFault, FileKind, FileLimits, Verdict, refuse

CHILD = "services.files.pages_child"
SECONDS_A_PAGE = 3
SPARE = 4 << 20  # the child may write so much more than is taken, and is told so


@dataclass(frozen=True)
class Photo:
    """One photograph as it was sent, and how the person turned it."""

    data: bytes
    kind: FileKind
    turn: int = 0


def bind(photos: Sequence[Photo], most_bytes: int) -> tuple[bytes, Verdict]:
    """Return the PDF and the verdict on it; no bytes when it could not be made.

    What comes from the child is inspected like any file: a hostile photograph
    may have taken the child over.
    """
    limits = FileLimits(kinds=frozenset({FileKind.PDF}), max_bytes=most_bytes)
    limits = replace(limits, seconds=limits.seconds + SECONDS_A_PAGE * len(photos))
    leaves = tuple(Leaf(len(each.data), each.kind, each.turn) for each in photos)
    task = TASK.dump_json(BindTask(leaves, limits, most_bytes)).decode()
    with tempfile.TemporaryDirectory() as folder:
        source, answer = Path(folder) / "photos", Path(folder) / "made.pdf"
        source.write_bytes(b"".join(each.data for each in photos))
        with source.open("rb") as given, answer.open("wb") as made:
            arguments = [str(most_bytes + SPARE), task]
            fault = run_child(CHILD, arguments, (given, made), limits.seconds)
        if fault is not None:
            return b"", refuse(fault, FileKind.PDF)
        if not answer.read_bytes().startswith(b"%PDF-"):
            return b"", refuse(FileFault.BROKEN, FileKind.PDF)
        verdict = inspect(answer, answer.name, limits)
        return (answer.read_bytes() if verdict.accepted else b""), verdict
