"""Read a file in a process of its own, which ends when it costs too much (UP-3)."""

import json
import tempfile
from base64 import b64decode
from dataclasses import asdict, dataclass

from services.digitising.words import READOUT, Readout
from services.files.child import InspectorFailed, run_child
from services.files.verdicts import FileKind, FileLimits

CHILD = "services.digitising.reader_child"
ANSWER_BYTES = 16 << 20
READABLE = frozenset({FileKind.PDF, FileKind.JPEG, FileKind.PNG, FileKind.HEIC})
# A page takes three seconds of a slow processor; four are read, and each may have to
# be turned first.
LIMITS = FileLimits(kinds=READABLE, seconds=90, memory=2 << 30)


@dataclass(frozen=True)
class PagesRead:
    """The words, and one JPEG for every page that was read."""

    readout: Readout
    pictures: tuple[bytes, ...] = ()


def read_pages(data: bytes, kind: str, limits: FileLimits = LIMITS) -> PagesRead:
    """Return what the file says; a fault says why it says nothing."""
    if kind not in READABLE:
        return PagesRead(Readout(fault="kind"))
    task = json.dumps(asdict(limits) | {"kinds": []})
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as answer:
        source.write(data)
        source.seek(0)
        arguments = [kind, str(ANSWER_BYTES), task]
        if fault := run_child(CHILD, arguments, (source, answer), limits.seconds):
            return PagesRead(Readout(fault=str(fault)))
        answer.seek(0)
        return _trusted(answer.read(ANSWER_BYTES))


def _trusted(answer: bytes) -> PagesRead:
    """Trust no more of the child's answer than its form."""
    try:
        said = json.loads(answer)
        readout = READOUT.validate_python(said["readout"])
        pictures = tuple(b64decode(one, validate=True) for one in said["pictures"])
    except (ValueError, TypeError, KeyError):
        raise InspectorFailed("unreadable answer") from None
    return PagesRead(readout, pictures)
