"""Finds procedures (C08): four filters, free text, twenty a page, counts for each filter."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.procedures.everyday import WORD
from services.procedures.folding import fold_opening
from services.procedures.index import Index, Row, current_index
from services.procedures.ranking import Scored, rank
from services.work import Work

PAGE = 20
MAX_TEXT = 200
MAX_PAGE = 1_000


FACETS: dict[str, Callable[[Row], Iterable[str]]] = {
    "level": lambda row: row.levels,
    "agency": lambda row: row.agencies,
    "sector": lambda row: (row.sector_code,) if row.sector_code else (),
    "online_level": lambda row: (str(row.online_level),),
}


class Level(StrEnum):
    """The level that carries a procedure out (cấp thực hiện)."""

    PROVINCE = "province"
    COMMUNE = "commune"
    MINISTRY = "ministry"


@dataclass(frozen=True)
class Search:
    """What is asked: empty filters let everything through; unknown ones nothing."""

    text: str = ""
    level: str = ""
    agency: str = ""  # agency code
    sector: str = ""  # sector code
    online_level: str = ""
    page: int = 1
    limit: int = PAGE


@dataclass(frozen=True)
class Hit:
    """A procedure in the list; `marks` are the places of what was asked in its name."""

    row: Row
    score: float
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Found:
    """A page of what was found."""

    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    understood_as: str  # official words, where everyday ones were asked
    facets: dict[str, dict[str, int]]  # filter → value → how many it would show
    nearest: tuple[Hit, ...]  # only when nothing was found


def search_procedures(work: Work, query: Search) -> Found:
    """Return the procedures people mean; without text, what is filed most comes first."""
    index = current_index(work.session)
    text = query.text[:MAX_TEXT].strip()
    ranking = rank(index, text) if text else None
    scored = ranking.found if ranking else _all(index)
    kept = [s for s in scored if _passes(s.document.row, query)]
    limit = max(1, min(query.limit, 100))
    pages = max(1, -(-len(kept) // limit))
    page = max(1, min(query.page, pages, MAX_PAGE))
    shown = kept[(page - 1) * limit : page * limit]
    near = ranking.nearest if ranking and not kept else ()
    return Found(
        hits=tuple(_hit(s) for s in shown),
        total=len(kept),
        page=page,
        pages=pages,
        understood_as=ranking.understood_as if ranking else "",
        facets=_facets(scored, query),
        nearest=tuple(_hit(s) for s in near),
    )


def _all(index: Index) -> tuple[Scored, ...]:
    """Return everything: our own first, other provinces' last, then what is common."""

    def order(scored: Scored) -> tuple[bool, bool, int, str]:
        row = scored.document.row
        return (row.is_elsewhere, not row.is_ours, -row.popularity, row.name)

    return tuple(
        sorted((Scored(d, 0.0, frozenset()) for d in index.documents), key=order)
    )


def _passes(row: Row, query: Search) -> bool:
    return (
        (not query.level or query.level in row.levels)
        and (not query.agency or query.agency in row.agencies)
        and (not query.sector or query.sector == row.sector_code)
        and (not query.online_level or query.online_level == row.online_level)
    )


def _facets(scored: tuple[Scored, ...], query: Search) -> dict[str, dict[str, int]]:
    """Count, for each filter, what each value would show with the others as they are."""
    counts = {}
    for name, values_of in FACETS.items():
        others = Search(**(vars(query) | {name: ""}))
        counter: Counter[str] = Counter()
        for one in scored:
            if _passes(one.document.row, others):
                counter.update(values_of(one.document.row))
        counts[name] = dict(counter)
    return counts


def _hit(scored: Scored) -> Hit:
    row = scored.document.row
    return Hit(row, round(scored.score, 4), marks(row.name, scored.words))


def marks(name: str, words: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return where the words stand in a name, neighbours joined."""
    found: list[tuple[int, int]] = []
    for match in WORD.finditer(name):
        if fold_opening(match[0]) not in words:
            continue
        if found and not name[found[-1][1] : match.start()].strip():
            found[-1] = (found[-1][0], match.end())
        else:
            found.append((match.start(), match.end()))
    return tuple(found)
