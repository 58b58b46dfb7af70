"""What a reading of a file found: words with their place and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from pydantic import TypeAdapter

Box = tuple[float, float, float, float]  # left, top, right, bottom: parts of the page


class WordSource(StrEnum):
    """Who wrote the words down: the file itself, or a machine that looked at it."""

    TEXT_LAYER = "text_layer"
    MACHINE = "machine"


@dataclass(frozen=True)
class Word:
    """One word on a page."""

    text: str
    line: int  # words of one line share it; lines are counted through the file
    page: int
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True)
class PageRead:
    """One page as it stands upright; its picture lies beside the answer."""

    width: int
    height: int
    source: WordSource = WordSource.MACHINE


@dataclass(frozen=True)
class Readout:
    """All that was read of a file."""

    pages: tuple[PageRead, ...] = ()
    words: tuple[Word, ...] = ()
    fault: str = ""  # why nothing could be read


@dataclass(frozen=True)
class Line:
    """One line of a page, with the place of each of its characters' words."""

    text: str
    words: tuple[Word, ...]

    def span(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that the characters from start to end lie in."""
        found, at = [], 0
        for word in self.words:
            if at < end and at + len(word.text) > start:
                found.append(word)
            at += len(word.text) + 1
        return tuple(found)


READOUT = TypeAdapter(Readout)


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """Return the lines in the order they stand in the file."""
    return tuple(
        Line(" ".join(word.text for word in group), tuple(group))
        for group in (list(g) for _, g in groupby(words, key=lambda w: w.line))
    )


def around(words: Sequence[Word]) -> Box:
    """Return the box around words of one page."""
    return (
        min(word.box[0] for word in words),
        min(word.box[1] for word in words),
        max(word.box[2] for word in words),
        max(word.box[3] for word in words),
    )
