"""Finds communes while a person types (F8): marks, kinds and slips do not matter."""

from dataclasses import replace

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from services.core.text import clean
from services.places.models import FormerPlace, Place, PlaceLevel
from services.places.queries import PlaceName, name_places, own_province
from services.places.words import spelt
from services.work import Work

MOST = 20
WIDE = 60  # former units read for a few that fit
LIKE_ENOUGH = 0.5
SHORTEST = 2


def search_places(work: Work, text: str, limit: int = 8) -> list[PlaceName]:
    """Return communes in force, the own province's first; former names find them too.

    Every word typed must begin a word of the commune or its province. Only when
    nothing answers are slips of the finger looked for.
    """
    limit = max(1, min(limit, MOST))
    typed = spelt(text)
    if len(typed.strip()) < SHORTEST:
        return []
    own = own_province(work.session, work.province.name)
    found = _present(work, text, own, limit)
    if len(found) < limit:
        known = {place.code for place in found}
        found += [p for p in _former(work, typed, own) if p.code not in known]
    return found[:limit] or _alike(work, typed, own, limit)


def _present(work: Work, text: str, own: str, limit: int) -> list[PlaceName]:
    typed = spelt(text)
    begins = func.strpos(Place.folded, typed.rstrip())
    marked = _storable(clean(text).lower())
    codes = work.session.exec(
        select(Place.code)
        .where(_in_force(), *(_has(Place.folded, word) for word in typed.split()))
        .order_by(
            col(Place.parent_code) != own,
            func.strpos(func.lower(Place.full_name), marked) == 0,  # F14
            begins == 0,
            begins,
            func.length(Place.folded),
            Place.code,
        )
        .limit(limit)
    ).all()
    return name_places(work.session, list(codes))


def _former(work: Work, typed: str, own: str) -> list[PlaceName]:
    """Return present communes whose former names answer, each with that name."""
    words = typed.split()
    rows = work.session.exec(
        select(FormerPlace)
        .where(*(_has(FormerPlace.folded, word) for word in words))
        .order_by(
            col(FormerPlace.province_code) != own,
            func.strpos(FormerPlace.folded, typed.rstrip()) == 0,
            func.strpos(FormerPlace.folded, typed.rstrip()),
            FormerPlace.code,
        )
        .limit(WIDE)
    ).all()
    # The words of a district or province alone would bring everything in it.
    rows = [row for row in rows if _is_named(row.name, words)]
    pairs = [(code, row) for row in rows for code in row.successors]
    names = {p.code: p for p in name_places(work.session, [code for code, _ in pairs])}
    found: dict[str, PlaceName] = {}
    for code, row in pairs:
        if code in names and code not in found:
            words_before = f"{row.name}, {row.district}"
            found[code] = replace(names[code], formerly=words_before)
    return list(found.values())


def _alike(work: Work, typed: str, own: str, limit: int) -> list[PlaceName]:
    """Return what is spelt nearly so, or the same with its blanks forgotten."""
    near = func.word_similarity(typed.strip(), Place.folded)
    whole = func.strpos(func.replace(Place.folded, " ", ""), typed.replace(" ", ""))
    codes = work.session.exec(
        select(Place.code)
        .where(_in_force(), (near >= LIKE_ENOUGH) | (whole > 0))
        .order_by(whole == 0, near.desc(), col(Place.parent_code) != own, Place.code)
        .limit(limit)
    ).all()
    return name_places(work.session, list(codes))


def _storable(text: str) -> str:
    """Drop what PostgreSQL has no text for."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _in_force() -> ColumnElement[bool]:
    return (col(Place.level) == PlaceLevel.COMMUNE) & col(Place.valid_to).is_(None)


def _has(folded: str, word: str) -> ColumnElement[bool]:
    return col(folded).like(f"% {word}%")


def _is_named(name: str, words: list[str]) -> bool:
    """Say whether the words name the ward itself: two of them, or the only one."""
    said = spelt(name)
    return sum(f" {word}" in said for word in words) >= min(2, len(words))
