"""Kinds of paper, and which kinds the name of a component asks for."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from services.core.text import fold

FILE = Path(__file__).parent / "kinds.toml"
OTHER, CERTIFIED_COPY, DECISION = "other", "certified_copy", "decision"


@dataclass(frozen=True)
class Kind:
    """One kind: its code, the phrases that name it, codes of the national store."""

    code: str
    words: tuple[str, ...]
    results: tuple[str, ...]


@cache
def table() -> dict[str, Any]:
    """Return what kinds.toml says; Any: a document of TOML."""
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds there are, in the order a list shows them."""
    return tuple(
        Kind(row["code"], tuple(row["words"]), tuple(row.get("results", ())))
        for row in table()["kind"]
    )


def kind_codes() -> tuple[str, ...]:
    """Return the codes there are."""
    return tuple(kind.code for kind in kinds())


def kind_of_result(code: str) -> str:
    """Return the kind a code of the national store stands for."""
    return next((kind.code for kind in kinds() if code in kind.results), OTHER)


def kinds_named(name: str) -> tuple[str, ...]:
    """Return the kinds a name speaks of; none for what is written anew each time."""
    folded = fold(name)
    if is_form(folded):
        return ()
    return tuple(
        kind.code for kind in kinds() if any(phrase in folded for phrase in kind.words)
    )


def kind_of_name(name: str) -> str:
    """Return the one kind a paper with this name most likely is."""
    return next(iter(kinds_named(name)), OTHER)


def is_form(folded: str) -> bool:
    """Tell whether a folded name is that of a form or a request."""
    return folded.startswith(tuple(table()["forms"]["starts"]))
