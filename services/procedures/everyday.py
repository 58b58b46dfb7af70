"""Everyday words (từ ngữ đời thường) and what the catalogue calls the same thing."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from services.procedures.folding import fold_opening

FILE = Path(__file__).parent / "everyday_words.toml"
WORD = re.compile(r"\w+")
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


@dataclass(frozen=True)
class Token:
    """A word as it is compared: folded, and with its marks in one order."""

    text: str
    marked: str
    start: int = 0
    end: int = 0

    @property
    def has_marks(self) -> bool:
        """Say whether the word was written with marks."""
        return self.text != self.marked


@dataclass(frozen=True)
class Everyday:
    """A phrase people say, the official words, the procedures they mean."""

    say: str
    tokens: tuple[Token, ...]
    means: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All of everyday_words.toml, ready to compare."""

    phrases: dict[tuple[str, ...], tuple[Everyday, ...]]
    longest: int
    filler: frozenset[tuple[str, ...]]
    exotic: tuple[str, ...]
    popularity: dict[str, int]


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text, with their places."""
    text = unicodedata.normalize("NFC", text)
    return tuple(Token(*_forms(m[0]), m.start(), m.end()) for m in WORD.finditer(text))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, str]:
    return fold_opening(word), _marked(word)


def _marked(word: str) -> str:
    """Return the word with its tone last, so that hòa and hoà are the same."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if c not in TONES) + "".join(
        c for c in parts if c in TONES
    )


@cache
def vocabulary() -> Vocabulary:
    """Return the everyday words, read once."""
    raw = tomllib.loads(FILE.read_text("utf-8"))
    phrases: dict[tuple[str, ...], tuple[Everyday, ...]] = {}
    for entry in raw["word"]:
        for say in entry["say"]:
            read = tokens(say)
            codes = tuple(entry.get("codes", ()))
            key = tuple(t.text for t in read)
            phrase = Everyday(say, read, entry["means"], codes)
            phrases[key] = (*phrases.get(key, ()), phrase)
    return Vocabulary(
        phrases=phrases,
        longest=max(map(len, phrases)),
        filler=frozenset(tuple(fold_opening(w).split()) for w in raw["filler"]),
        exotic=tuple(fold_opening(w) for w in raw["exotic"]),
        popularity=raw["popularity"],
    )


def find_phrases(words: Sequence[Token]) -> list[tuple[int, int, Everyday]]:
    """Return the everyday phrases in a question, the longest first, none overlapping."""
    known = vocabulary()
    found: list[tuple[int, int, Everyday]] = []
    at = 0
    while at < len(words):
        for length in range(min(known.longest, len(words) - at), 0, -1):
            said = words[at : at + length]
            options = known.phrases.get(tuple(t.text for t in said), ())
            phrase = next((p for p in options if _agrees(said, p.tokens)), None)
            if phrase:
                found.append((at, at + length, phrase))
                at += length - 1
                break
        at += 1
    return found


def _agrees(said: Sequence[Token], meant: Sequence[Token]) -> bool:
    """Say whether marks, where they were written, do not speak against it."""
    return all(
        not s.has_marks or s.marked == m.marked
        for s, m in zip(said, meant, strict=True)
    )


def fillers(words: Sequence[Token]) -> set[int]:
    """Return the places of words that carry no subject."""
    known = vocabulary().filler
    found: set[int] = set()
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            if tuple(t.text for t in words[at : at + length]) in known:
                found.update(range(at, at + length))
    return found


def folded_words(*texts: str) -> str:
    """Return what a search compares beside the name."""
    return " ".join(fold_opening(text) for text in texts if text)
