"""Reads JSON Lines, plain or gzip, and never stops at a bad line."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any

GZIP_MAGIC = b"\x1f\x8b"
MAX_LINE = 20_000_000  # bytes; a longer line is no record


@dataclass(frozen=True)
class Line:
    """A line of a file: an object, or the reason why it is none."""

    number: int
    record: dict[str, Any] | None = None  # Any: JSON
    refusal: str = ""  # key of a sentence in remarks.toml


def _open(path: Path) -> gzip.GzipFile | BufferedReader:
    with path.open("rb") as file:
        packed = file.read(2) == GZIP_MAGIC
    return gzip.open(path, "rb") if packed else path.open("rb")


def _parse(number: int, raw: bytes) -> Line:
    if len(raw) > MAX_LINE:
        return Line(number, refusal="line_too_long")
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Line(number, refusal="not_utf8")
    except (ValueError, RecursionError):
        return Line(number, refusal="not_json")
    if not isinstance(value, dict):
        return Line(number, refusal="not_an_object")
    return Line(number, record=value)


def read_lines(path: Path) -> Iterator[Line]:
    """Yield every line that is not blank, as an object or as a refusal."""
    number = 0
    with _open(path) as file:
        while True:
            try:
                raw = file.readline(MAX_LINE + 1)
            except (EOFError, gzip.BadGzipFile, zlib.error):
                yield Line(number + 1, refusal="file_cut_off")
                return
            if not raw:
                return
            number += 1
            if raw.strip():
                yield _parse(number, raw)


def count_lines(path: Path) -> int:
    """Return how many lines there are to read, for a progress bar."""
    count = 0
    with _open(path) as file:
        try:
            for raw in file:
                count += bool(raw.strip())
        except (EOFError, gzip.BadGzipFile, zlib.error):
            count += 1
    return count
