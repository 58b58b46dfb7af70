"""What a citizen did and was told, written so that a kill loses no line."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

INVOKED, ACKNOWLEDGED = "invoked", "acknowledged"


@dataclass(frozen=True)
class Line:
    """One act of an intent: begun, or answered with these facts."""

    what: str
    act: str
    intent: str
    facts: dict[str, Any] = field(default_factory=dict)  # Any: JSON


class Journal:
    """A file of lines; each is on the disk before the next step is taken."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, line: Line) -> None:
        """Add the line, in one write, and wait until the disk has it."""
        text = json.dumps(asdict(line), ensure_ascii=False) + "\n"
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            os.write(handle, text.encode())
            os.fsync(handle)
        finally:
            os.close(handle)

    def lines(self) -> Iterator[Line]:
        """Yield what was written, in order; a journal never begun is empty."""
        if not self.path.exists():
            return
        for text in self.path.read_text("utf-8").splitlines():
            yield Line(**json.loads(text))
