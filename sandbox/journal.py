"""Rows that outlive the process: appended, flushed to the disk, then acknowledged."""

import json
import os
from pathlib import Path
from threading import Lock
from typing import Any

KEY = "_key"
Row = dict[str, Any]  # what a line of JSON holds


class Journal:
    """One file of JSON lines. A row is on the disk before `append` returns."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock()
        self._file = path.open("a+b", buffering=0)
        _flush_folder(path.parent)
        self.rows = self._load()
        self._keys = {row.pop(KEY) for row in self.rows}

    def _load(self) -> list[Row]:
        self._file.seek(0)
        content = self._file.read() or b""
        # A last line without its end was cut off before anyone was told of it.
        whole = content[: content.rfind(b"\n") + 1]
        self._file.truncate(len(whole))
        return [json.loads(line) for line in whole.splitlines()]

    def append(self, key: str, row: Row) -> bool:
        """Keep the row, unless one was kept under the same key before."""
        with self._lock:
            if key in self._keys:
                return False
            line = json.dumps({**row, KEY: key}, ensure_ascii=False) + "\n"
            self._file.write(line.encode())
            os.fsync(self._file.fileno())
            self._keys.add(key)
            self.rows.append(row)
            return True

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def replace_file(path: Path, content: str) -> None:
    """Put new content in place of the old, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the folder remember the file itself, not only its content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
