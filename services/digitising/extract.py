"""Find the fields of a paper among its words (bóc tách dữ liệu)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.core.text import fold
from services.digitising.kinds import (
    FieldKind,
    fields_of,
    headings,
    phrases,
    stops,
)
from services.digitising.read_issuer import find_issuer
from services.digitising.values import READERS, WRITTEN_DAY, folded_token, read_day
from services.digitising.words import Box, Line, Readout, WordSource, around, lines_of

LABEL_TAIL = 6  # words a label may go on for until its colon, often in English
HEAD_LINES = 30


@dataclass(frozen=True)
class ReadValue:
    """A value that stands on the paper: who read it, how surely, and where."""

    text: str
    source: WordSource
    confidence: float
    page: int
    box: Box


@dataclass(frozen=True)
class Extracted:
    """What the paper says of itself."""

    kind: str  # empty: its heading is not known
    values: dict[str, ReadValue]


def extract(readout: Readout, kind: str = "") -> Extracted:
    """Return the fields of the kind, or of the kind its own heading names."""
    lines = lines_of(readout.words)
    found = kind_on_paper(lines)
    wanted = kind or found or "other"
    values = {
        name: value
        for name, value in _values(readout, lines, wanted)
        if value is not None
    }
    return Extracted(found, values)


def kind_on_paper(lines: Sequence[Line]) -> str:
    """Return the kind that a heading near the top names."""
    for line in lines[:HEAD_LINES]:
        said = " ".join(folded_token(word.text) for word in line.words)
        capitals = line.text.isupper() or len(line.words) <= 8
        for words, kind in headings():
            if capitals and said.startswith(words):
                return kind
    return ""


def _values(
    readout: Readout, lines: Sequence[Line], kind: str
) -> Iterator[tuple[str, ReadValue | None]]:
    for field in fields_of(kind):
        value = _labelled(readout, lines, field, kind)
        if value is None and field.name == "issued_on":
            value = _written_day(readout, lines)
        if value is None and field.name == "issuer":
            value = _heading_issuer(readout, lines)
        if field.name == "title":
            value = _subject(readout, lines)
        yield field.name, value


def _labelled(
    readout: Readout, lines: Sequence[Line], field: FieldKind, kind: str
) -> ReadValue | None:
    """Return what stands behind the field's label, or on the line below it."""
    for label in sorted(field.labels, key=len, reverse=True):
        words = label.split()
        for place, line in enumerate(lines):
            at = _label_at(line, words, field.starts_line)
            if at is None:
                continue
            own = _cut(line, at, kind)
            if value := _read(readout, field, own):
                return value
            after = lines[place + 1] if place + 1 < len(lines) else None
            if own.words or after is None or _begins_label(after, kind):
                continue
            if value := _read(readout, field, _cut(after, 0, kind)):
                return value
    return None


def _label_at(line: Line, label: list[str], starts_line: bool) -> int | None:
    """Return the place of the first word behind the label."""
    tokens = [folded_token(word.text) for word in line.words]
    last = 1 if starts_line else len(tokens)
    for start in range(min(last, len(tokens))):
        if tokens[start : start + len(label)] != label:
            continue
        end = start + len(label)
        if line.words[end - 1].text.endswith(":"):
            return end
        for further in range(end, min(end + LABEL_TAIL, len(tokens))):
            if line.words[further].text.endswith(":"):
                return further + 1
        return end
    return None


def _cut(line: Line, start: int, kind: str) -> Line:
    """Return the words from there until another label begins."""
    tokens = [folded_token(word.text) for word in line.words]
    end = len(tokens)
    for place in range(start + 1, len(tokens)):
        if any(tuple(tokens[place : place + len(s)]) == s for s in stops(kind)):
            end = place
            break
    words = line.words[start:end]
    return Line(" ".join(word.text for word in words), words)


def _begins_label(line: Line, kind: str) -> bool:
    tokens = [folded_token(word.text) for word in line.words]
    return any(tuple(tokens[: len(s)]) == s for s in stops(kind))


def _read(readout: Readout, field: FieldKind, part: Line) -> ReadValue | None:
    found = READERS[field.reader](part.text) if part.words else None
    if found is None:
        return None
    return _value(readout, found[0], part, found[1])


def _value(
    readout: Readout, text: str, line: Line, span: tuple[int, int]
) -> ReadValue | None:
    words = line.span(*span)
    if not words:
        return None
    page = words[0].page
    source = readout.pages[page].source if page < len(readout.pages) else None
    sure = min(word.confidence for word in words)
    return ReadValue(text, source or WordSource.MACHINE, sure, page, around(words))


def _written_day(readout: Readout, lines: Sequence[Line]) -> ReadValue | None:
    """Return the day behind a place: “Linh Sơn, ngày 12 tháng 8 năm 2026”."""
    for line in lines:
        if WRITTEN_DAY.search(line.text) and (found := read_day(line.text)):
            return _value(readout, found[0], line, found[1])
    return None


def _heading_issuer(readout: Readout, lines: Sequence[Line]) -> ReadValue | None:
    found = find_issuer(lines[:HEAD_LINES])
    if found is None:
        return None
    return _value(readout, found.name, found.line, (0, len(found.line.text)))


def _subject(readout: Readout, lines: Sequence[Line]) -> ReadValue | None:
    """Return what the paper is about: behind “V/v”, “Về việc”."""
    for line in lines[:HEAD_LINES]:
        said = fold(line.text)
        for phrase in phrases("subject"):
            if not said.startswith(phrase):
                continue
            start = len(phrase.split())
            part = Line(
                " ".join(w.text for w in line.words[start:]), line.words[start:]
            )
            if part.words:
                text = re.sub(r"\s+", " ", part.text).strip(" .:,")
                return _value(readout, text, part, (0, len(part.text)))
    return None
