"""From the words a person types to words of the catalogue: slips, runs, beginnings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from services.procedures.everyday import Everyday, Token, fillers
from services.procedures.everyday import vocabulary as everyday
from services.procedures.index import Index

FILLER_WEIGHT = 0.12
UNKNOWN_WEIGHT = 4.0
PREFIX_WORTH, SLIP_WORTH, SLIP_BESIDE_EXACT = 0.8, 0.68, 0.34
REMEMBERED = 5_000
TELEX = [("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("aw", "a"), ("ow", "o")]
TELEX += [("uw", "u"), ("w", "u")]


@dataclass(frozen=True)
class Term:
    """A word of the question with the words of the catalogue that answer it."""

    text: str
    marked: str
    weight: float
    answers: dict[str, float]


def documents_of(index: Index, term: Term) -> tuple[dict[int, float], dict[int, str]]:
    """Return the documents that answer a term: how well, and with which word."""
    best: dict[int, float] = {}
    words_of: dict[int, str] = {}
    for answer, worth in term.answers.items():
        for number, field_worth in index.postings[answer].items():
            value = worth * field_worth
            if value > best.get(number, 0.0):
                best[number] = value
                words_of[number] = answer
    return best, words_of


def terms_of(index: Index, words: Sequence[Token]) -> list[Term]:
    empty = fillers(words)
    last = len(words) - 1
    terms = []
    for number, word in enumerate(words):
        answers = _answers(index, word.text, number == last)
        if number in empty and len(empty) < len(words):
            weight = FILLER_WEIGHT
        elif answers:
            top = max(answers.values())
            weight = max(index.idf.get(a, 1.0) for a, w in answers.items() if w == top)
        else:
            weight = UNKNOWN_WEIGHT
        terms.append(Term(word.text, word.marked, weight, answers))
    return terms


def _answers(index: Index, text: str, is_last: bool) -> dict[str, float]:
    """Return the catalogue's words for a typed word: itself, a slip, its beginning."""
    found: dict[str, float] = {}
    exact = text in index.postings
    for near, worth in _near(index, text):
        found[near] = worth * (SLIP_BESIDE_EXACT / SLIP_WORTH if exact else 1.0)
    if is_last and not text.isdigit():
        for word in index.postings:
            if word.startswith(text) and word != text:
                found[word] = PREFIX_WORTH * (0.7 if exact else 1.0)
    if exact:
        found[text] = 1.0
    return found


def _near(index: Index, text: str) -> tuple[tuple[str, float], ...]:
    """Return words one slip of the finger away (two in a long word)."""
    known = index.near.get(text)
    if known is None:
        slips = 2 if len(text) >= 7 else 1
        close = (
            process.extract(
                text,
                index.postings.keys(),
                scorer=OSA.distance,
                score_cutoff=slips,
                limit=12,
            )
            if len(text) >= 3 and text.isalpha()
            else []
        )
        known = tuple(
            (word, SLIP_WORTH / distance)
            for word, distance, _ in close
            if distance and len(word) >= 3
        )
        if len(index.near) < REMEMBERED:
            index.near[text] = known
    return known


def mended(index: Index, words: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words with runs split (khaisinh) and raw keystrokes read (ddaats)."""
    said: list[Token] = []
    known = {part for phrase in everyday().phrases for part in phrase}
    for word in words:
        if word.text in index.idf or word.text in known:
            said.append(word)
            continue
        typed = _from_telex(word.text)
        if typed != word.text and typed in index.idf:
            said.append(Token(typed, typed, word.start, word.end))
            continue
        cut = _cut(index, word.text)
        said += [Token(part, part, word.start, word.end) for part in cut] or [word]
    return tuple(said)


def _from_telex(text: str) -> str:
    text = re.sub(r"(?<=[a-z]{2})[sfrxj]$", "", text)
    for typed, letter in TELEX:
        text = text.replace(typed, letter)
    return text


def _cut(index: Index, text: str) -> tuple[str, ...]:
    """Return two words written as one, if the catalogue has them side by side."""
    pairs = ((text[:at], text[at:]) for at in range(2, len(text) - 1))
    return next((pair for pair in pairs if pair in index.pairs), ())


def phrase_with_slips(
    index: Index, words: Sequence[Token]
) -> list[tuple[int, int, Everyday]]:
    """Return the everyday phrase that the whole question is but for slips.

    A word the catalogue knows is never taken for a slip of another.
    """
    said = [w.text for w in words]
    run = "".join(said)
    if len(run) < 4:
        return []
    for key, phrases in everyday().phrases.items():
        same = (
            len(key) == len(said)
            and list(key) != said
            and all(
                a == b
                or (a not in index.idf and len(a) > 2 and OSA.distance(a, b) == 1)
                for a, b in zip(said, key, strict=True)
            )
        )
        joined = len(key) > len(said) and "".join(key) == run
        if same or joined:
            return [(0, len(words), phrases[0])]
    return []
