"""From an address of the former three levels to communes in force (F8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import ARRAY, Text, cast, func
from sqlmodel import col, select

from services.places.models import FormerPlace
from services.places.queries import PlaceName, name_places, own_province
from services.places.search_places import search_places
from services.places.words import MAX_TEXT, Word, runs, spelt, words_of
from services.work import Work

MOST = 6
WARD, DISTRICT, PROVINCE = 1.0, 2.0, 2.0  # what naming each level is worth
KIND = 0.5  # "xa" said before a xa
MARKS = 0.25  # the name with its marks as typed
OWN = 0.5  # of this province, when no other is named
LIKE_ENOUGH = 0.45
Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class Converted:
    """Where an old address lies today: a suggestion, which the person confirms."""

    old: str  # as typed, kept beside the new one
    detail: str  # what stands before the ward: house, street, hamlet
    places: tuple[PlaceName, ...]  # several, when the ward was divided


@dataclass(frozen=True)
class _Match:
    score: float
    row: FormerPlace
    begins: int  # the first word of the ward, its kind included


def convert_former(work: Work, text: str) -> Converted:
    """Return the present communes of an old address; none is no fault."""
    text = text[:MAX_TEXT]
    words = words_of(text)
    matches = _best(_matches(work, text, words))
    if not matches:
        places = _alike(work, text) or tuple(search_places(work, text, 3))
        return Converted(text, "", places)
    begins = min(match.begins for match in matches)
    detail = text[: words[begins].start] if begins else ""
    places = _places(work, (match.row for match in matches))
    return Converted(text, detail.strip(" ,;.-–\n\t"), places)


def _matches(work: Work, text: str, words: tuple[Word, ...]) -> list[_Match]:
    spans = runs(words)
    asked = cast(list(spans), ARRAY(Text))
    rows = work.session.exec(
        select(FormerPlace).where(col(FormerPlace.keys).op("&&")(asked))
    ).all()
    own = own_province(work.session, work.province.name)
    found = (_match(row, spans, words, own) for row in rows)
    typed = text.casefold()
    return [
        replace(m, score=m.score + (MARKS if m.row.name.casefold() in typed else 0))
        for m in found
        if m
    ]


def _match(
    row: FormerPlace, spans: Spans, words: tuple[Word, ...], own: str
) -> _Match | None:
    """Return how well the words name this unit, read from the smallest level up."""
    best: _Match | None = None
    for start, end in _spans(spans, row.keys):
        kind = _kind_before(row.name, words, start)
        score, at = WARD + (KIND if kind else 0), end
        district = _after(spans, row.district_keys, at)
        if district:
            score, at = score + DISTRICT, district[1]
            said = _kind_before(row.district, words, district[0])
            score += KIND if said else 0
        if _after(spans, row.province_keys, at):
            score += PROVINCE
        elif row.province_code == own:
            score += OWN
        if score < WARD + KIND + OWN:
            continue  # a word that happens to be the name of a place far away
        if best is None or score >= best.score:
            best = _Match(score, row, start - kind)
    return best


def _best(matches: list[_Match]) -> list[_Match]:
    top = max((match.score for match in matches), default=0)
    return [match for match in matches if match.score == top]


def _spans(spans: Spans, keys: Iterable[str]) -> list[tuple[int, int]]:
    return sorted(span for key in keys for span in spans.get(key, []))


def _after(spans: Spans, keys: Iterable[str], at: int) -> tuple[int, int] | None:
    """Return the first place after `at` where one of the names stands."""
    return next((span for span in _spans(spans, keys) if span[0] >= at), None)


def _kind_before(name: str, words: tuple[Word, ...], start: int) -> int:
    """Return how many words of the kind of this unit stand just before it."""
    said = spelt(name).split()
    for length in (2, 1):
        kind = [word.text for word in words[max(0, start - length) : start]]
        if len(kind) == length and kind == said[:length] and len(said) > length:
            return length
    return 0


def _alike(work: Work, text: str) -> tuple[PlaceName, ...]:
    """Look for slips of the finger in the whole of the three levels."""
    typed = spelt(text).strip()
    near = func.similarity(FormerPlace.folded, typed)
    rows = work.session.exec(
        select(FormerPlace)
        .where(col(FormerPlace.folded).op("%")(typed), near >= LIKE_ENOUGH)
        .order_by(near.desc(), FormerPlace.code)
        .limit(3)
    ).all()
    return _places(work, rows)


def _places(work: Work, rows: Iterable[FormerPlace]) -> tuple[PlaceName, ...]:
    before: dict[str, str] = {}
    for row in rows:
        for code in row.successors:
            words = ", ".join(dict.fromkeys((row.name, row.district, row.province)))
            before.setdefault(code, words)
    named = name_places(work.session, list(before)[:MOST])
    return tuple(replace(place, formerly=before[place.code]) for place in named)
