"""How close a procedure is to what a person means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from services.procedures.everyday import Everyday, Token, fillers, find_phrases, tokens
from services.procedures.index import Document, Index
from services.procedures.matching import (
    Term,
    documents_of,
    mended,
    phrase_with_slips,
    terms_of,
)

LEAST = 0.28  # share of what was asked that a find must cover
SHARE_OF_BEST = 0.35  # a find this far behind the best is noise
CANDIDATES = 250
LIFT_POWER = 1.4
CODE = re.compile(r"^\s*(\d)[.,\s]?(\d{2,9})\s*$")


@dataclass(frozen=True)
class Scored:
    """A document and how close it is, with the words of its name that matched."""

    document: Document
    score: float
    words: frozenset[str]


@dataclass(frozen=True)
class Ranking:
    """What was found, best first, and what the question was taken to mean."""

    found: tuple[Scored, ...]
    understood_as: str
    nearest: tuple[Scored, ...] = ()


def rank(index: Index, question: str) -> Ranking:
    """Return the procedures meant by a question, closest first."""
    by_code = _by_code(index, question)
    if by_code:
        return Ranking(by_code, "")
    words = mended(index, tokens(question[:200]))
    if not words:
        return Ranking((), "")
    phrases = find_phrases(words) or phrase_with_slips(index, words)
    scored = _score(index, words)
    rephrased = _rephrased(words, phrases)
    if phrases:
        for number, other in _score(index, rephrased).items():
            mine = scored.get(number)
            if mine is None or other.score * 0.97 > mine.score:
                scored[number] = Scored(other.document, other.score * 0.97, other.words)
        _lift_meant(index, words, phrases, scored)
    ordered = sorted(scored.values(), key=_order)
    best = ordered[0].score if ordered else 0.0
    found = tuple(
        s for s in ordered if s.score >= best * SHARE_OF_BEST and s.score > 0.12
    )
    meaning = "; ".join(p.means for _, _, p in phrases)
    return Ranking(found, meaning, () if found else _nearest(index, question))


def _order(scored: Scored) -> tuple[float, int, int, str]:
    row = scored.document.row
    return (-round(scored.score, 4), -row.popularity, len(row.name), row.code)


def _by_code(index: Index, question: str) -> tuple[Scored, ...]:
    """Return procedures whose code is, or begins with, what was typed."""
    match = CODE.match(question)
    if not match:
        return ()
    start = f"{match[1]}.{match[2]}"
    codes = sorted(code for code in index.by_code if code.startswith(start))
    documents = [index.documents[index.by_code[code]] for code in codes]
    exact = [d for d in documents if d.row.code == start]
    chosen = exact or documents
    return tuple(Scored(d, 1.0, frozenset()) for d in chosen)


def _rephrased(
    words: Sequence[Token], phrases: list[tuple[int, int, Everyday]]
) -> tuple[Token, ...]:
    said: list[Token] = []
    at = 0
    for start, end, phrase in phrases:
        said += [*words[at:start], *tokens(phrase.means)]
        at = end
    return (*said, *words[at:])


def _lift_meant(
    index: Index,
    words: Sequence[Token],
    phrases: list[tuple[int, int, Everyday]],
    scored: dict[int, Scored],
) -> None:
    """Bring forward the procedures that people mean by an everyday phrase.

    The more of the question the phrase covers, the surer it is what they mean.
    """
    empty = fillers(words)
    full = [n for n in range(len(words)) if n not in empty]

    def weight(word: Token) -> float:
        return index.idf.get(word.text, 4.0)

    for start, end, phrase in phrases:
        total = sum(weight(words[n]) for n in full)
        inside = sum(weight(words[n]) for n in full if start <= n < end)
        covered = inside / total if total else 1.0
        rank_among = 0
        for code in phrase.codes:
            number = index.by_code.get(code)
            if number is None:
                continue
            document = index.documents[number]
            lifted = covered**LIFT_POWER * (1.05 - 0.06 * rank_among)
            mine = scored.get(number)
            rank_among += 1
            if mine is None or lifted > mine.score:
                heard = mine.words if mine else frozenset()
                scored[number] = Scored(document, lifted, heard)


def _score(index: Index, words: Sequence[Token]) -> dict[int, Scored]:
    """Return every document that covers enough of the words, with its score."""
    terms = terms_of(index, words)
    total = sum(t.weight for t in terms)
    if not total:
        return {}
    covered: dict[int, float] = {}
    heard: list[dict[int, str]] = []
    for term in terms:
        best, words_of = documents_of(index, term)
        heard.append(words_of)
        for number, value in best.items():
            covered[number] = covered.get(number, 0.0) + term.weight * value
    likely = sorted(covered, key=covered.__getitem__, reverse=True)[:CANDIDATES]
    asked = " ".join(w.text for w in words)
    found = {}
    for number in likely:
        coverage = covered[number] / total
        if coverage < LEAST:
            break
        said = [words_of.get(number, "") for words_of in heard]
        found[number] = _weighed(index, number, coverage, said)
        found[number] = _judged(found[number], terms, asked)
    return found


def _weighed(index: Index, number: int, coverage: float, heard: list[str]) -> Scored:
    """Return the score: how much was asked for, how little else is in the name."""
    document = index.documents[number]
    words = document.texts.intersection(heard)
    weight = sum(index.idf[w] for w in words)
    precision = weight / document.weight if document.weight else 0.0
    pairs = sum(a != "" and (a, b) in document.pairs for a, b in pairwise(heard))
    joined = min(pairs / max(1, len(heard) - 1), 1.0)
    begins = 0.04 if document.name and _start(document) in words else 0.0
    score = coverage**1.6 * (0.52 + 0.24 * precision + 0.2 * joined + begins)
    return Scored(document, score, words)


def _judged(scored: Scored, terms: list[Term], asked: str) -> Scored:
    """Return the score with what speaks for or against the procedure itself."""
    document = scored.document
    score = scored.score * _prior(document, asked) * _marks(document, terms)
    return Scored(document, score, scored.words)


def _start(document: Document) -> str:
    texts = [t.text for t in document.name]
    return texts[2] if texts[:2] == ["thu", "tuc"] and len(texts) > 2 else texts[0]


def _prior(document: Document, asked: str) -> float:
    """Return what speaks for or against a procedure whatever was asked."""
    row = document.row
    prior = 1.0 + 0.16 * row.popularity / 100
    prior *= 0.72 if row.is_elsewhere else 1.0
    prior *= 0.8 if row.is_internal else 1.0
    prior *= 0.94 if row.levels == frozenset({"ministry"}) else 1.0
    strange = [e for e in document.exotic if e not in asked]
    return float(prior * 0.86 ** min(len(strange), 3))


def _marks(document: Document, terms: list[Term]) -> float:
    """Return a little less where marks that were typed are not those of the name."""
    marked = [t.marked for t in terms if t.marked != t.text]
    if not marked:
        return 1.0
    same = sum(m in document.marked for m in marked)
    return 0.9 + 0.1 * same / len(marked)


def _nearest(index: Index, question: str) -> tuple[Scored, ...]:
    """Return the names nearest in spelling, for a question that found nothing."""
    asked = " ".join(t.text for t in tokens(question[:200]))
    folded = {
        n: d.folded for n, d in enumerate(index.documents) if not d.row.is_elsewhere
    }
    close = process.extract(asked, folded, scorer=fuzz.token_set_ratio, limit=5)
    return tuple(
        Scored(index.documents[number], score / 1000, frozenset())
        for _, score, number in close
        if score >= 30
    )
