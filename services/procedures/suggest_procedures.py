"""Answers while a person types (C01): a few names, one short message."""

from dataclasses import dataclass

from services.procedures.index import current_index
from services.procedures.models import TimeUnit
from services.procedures.ranking import rank
from services.procedures.search_procedures import MAX_TEXT, marks
from services.work import Work

MOST = 6


@dataclass(frozen=True)
class Suggestion:
    """A name with what people ask first: how long, how much, how many papers."""

    code: str
    name: str
    plain_name: str
    marks: tuple[tuple[int, int], ...]
    time_limit: float | None
    time_limit_unit: TimeUnit
    fee: int | None
    paper_count: int


@dataclass(frozen=True)
class Suggestions:
    """The best few, and the official words for what was typed."""

    items: tuple[Suggestion, ...]
    understood_as: str


def suggest_procedures(work: Work, text: str) -> Suggestions:
    """Return at most six procedures for what has been typed so far."""
    typed = text[:MAX_TEXT].strip()
    if len(typed) < 2:
        return Suggestions((), "")
    ranking = rank(current_index(work.session), typed)
    rows = [(s.document.row, s.words) for s in ranking.found[:MOST]]
    items = tuple(
        Suggestion(
            code=row.code,
            name=row.name,
            plain_name=row.plain_name,
            marks=marks(row.name, words),
            time_limit=row.time_limit,
            time_limit_unit=row.time_limit_unit,
            fee=row.fee,
            paper_count=row.paper_count,
        )
        for row, words in rows
    )
    return Suggestions(items, ranking.understood_as)
