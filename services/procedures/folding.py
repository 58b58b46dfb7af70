"""Folding of texts that come again and again."""

from functools import lru_cache

from services.core.text import fold

OPENING = 500  # characters of a long text that tell what it is about


@lru_cache(maxsize=20_000)
def fold_opening(text: str) -> str:
    """Return the folded beginning of a text; official ones run to pages."""
    return fold(text[:OPENING])
