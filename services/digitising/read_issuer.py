"""Who issued a paper, when only its heading says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.digitising.kinds import issuers, phrases
from services.digitising.values import folded_token
from services.digitising.words import Line, Word


@dataclass(frozen=True)
class IssuerFound:
    """The name as it is written in a sentence, and the words it was read from."""

    name: str
    line: Line


def find_issuer(lines: Sequence[Line]) -> IssuerFound | None:
    """Return the unit whose name a heading begins with; its place may follow below."""
    for at, line in enumerate(lines):
        words = _own_column(line)
        tokens = [folded_token(word.text) for word in words]
        for known in issuers():
            start = known.words.split()
            if tokens[: len(start)] != start:
                continue
            rest = list(words[len(start) :])
            if not rest:  # the place stands on the line below
                rest = _place_below(lines, at)
            name = " ".join([known.name, *_written(rest)])
            all_words = (*words[: len(start)], *rest)
            text = " ".join(word.text for word in all_words)
            return IssuerFound(name, Line(text, tuple(all_words)))
    return None


def _place_below(lines: Sequence[Line], at: int) -> list[Word]:
    for line in lines[at + 1 : at + 3]:
        words = _own_column(line)
        if words and folded_token(words[0].text) in {
            level.split()[0] for level in phrases("levels")
        }:
            return list(words)
    return []


def _own_column(line: Line) -> tuple[Word, ...]:
    """Return the words before the motto, which stands in the column beside."""
    tokens = [folded_token(word.text) for word in line.words]
    for place in range(len(tokens)):
        said = " ".join(tokens[place:])
        if any(said.startswith(motto) for motto in phrases("motto")):
            return line.words[:place]
    return line.words


def _written(words: Sequence[Word]) -> list[str]:
    """Write a name in capitals as in a sentence: the level small, the rest not."""
    levels = {part for level in phrases("levels") for part in level.split()}
    said = []
    for word in words:
        text = word.text.strip(",.;:")
        if text.isupper() and folded_token(text) in levels:
            said.append(text.lower())
        else:
            said.append(text.capitalize() if text.isupper() else text)
    return said
