"""The words of places: without marks, spelt one way, abbreviations written out."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from services.core.text import fold

MAX_TEXT = 300
MAX_TOKENS = 60
LONGEST_NAME = 6  # words; "lich hoi thuong", "ma da guoi" and their kind beside
PARTS = re.compile(r"[^\W\d_]+|\d+")
# One sound, two spellings: Bac Kan and Bac Can, My and Mi.
ONE_SPELLING = str.maketrans("ky", "ci")
SHORT = {
    "p": "phuong",
    "f": "phuong",
    "ph": "phuong",
    "x": "xa",
    "tt": "thi tran",
    "q": "quan",
    "h": "huyen",
    "tx": "thi xa",
    "tp": "thanh pho",
    "thpho": "thanh pho",
    "t": "tinh",
    "tphcm": "thanh pho ho chi minh",
    "hcm": "ho chi minh",
    "sg": "ho chi minh",
    "hn": "ha noi",
}
NAMES_SHORT = {"tphcm", "hcm", "sg", "hn"}  # a whole name, the others only its kind


@dataclass(frozen=True)
class Word:
    """A word of an address, and where it stands in what was typed."""

    text: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words as they are compared; what is typed is never refused."""
    said: list[Word] = []
    parts = list(PARTS.finditer(unicodedata.normalize("NFC", text[:MAX_TEXT])))
    for number, part in enumerate(parts):
        is_last = number + 1 == len(parts)
        for word in _written_out(part[0], is_last):
            said.append(Word(word, part.start(), part.end()))
    return tuple(said[:MAX_TOKENS])


@lru_cache(maxsize=20_000)
def _written_out(word: str, is_last: bool) -> tuple[str, ...]:
    plain = fold(word)
    if plain.isdigit():
        plain = plain.lstrip("0") or "0"
    elif plain in SHORT and (plain in NAMES_SHORT or not is_last):
        plain = SHORT[plain]
    return tuple(plain.translate(ONE_SPELLING).split())


def spelt(text: str) -> str:
    """Return a text as it is searched in: words apart, a blank at both ends."""
    return f" {' '.join(word.text for word in words_of(text))} "


def key_of(kind: str, name: str) -> str:
    """Return the words of a name run together; a number is one with its kind."""
    said = spelt(name).strip()
    if said.isdigit():
        said = spelt(kind) + said
    return said.replace(" ", "")


def runs(words: tuple[Word, ...]) -> dict[str, list[tuple[int, int]]]:
    """Return every run of neighbouring words, with the places it stands at."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
            run = "".join(word.text for word in words[start:end])
            found.setdefault(run, []).append((start, end))
    return found
