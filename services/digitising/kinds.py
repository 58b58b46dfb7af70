"""The kinds of paper as kinds.toml has them: fields, labels, headings, issuers."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "kinds.toml"
# What every paper is asked; the first three and the last two may not stay empty.
COMMON = (
    "number",
    "title",
    "issued_on",
    "issuer",
    "valid_from",
    "valid_until",
    "owner",
    "owner_number",
)
REQUIRED = frozenset({"number", "issued_on", "issuer", "owner", "owner_number"})


@dataclass(frozen=True)
class FieldKind:
    """One field: the words that stand before it, and what its value looks like."""

    name: str
    labels: tuple[str, ...]
    reader: str
    starts_line: bool = False  # its label is too common to be met inside a line


@dataclass(frozen=True)
class IssuerName:
    """The beginning of an issuer's name in a heading, and as it is written."""

    words: str
    name: str


@cache
def table() -> dict[str, Any]:
    """Return what kinds.toml says; Any: a document of TOML."""
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def fields_of(kind: str) -> tuple[FieldKind, ...]:
    """Return the fields of a kind in the order of its form; its own come last."""
    said = {row["name"]: _field(row) for row in table()["field"]}
    own: dict[str, Any] = next(
        (row for row in table()["kind"] if row["code"] == kind), {}
    )
    said |= {row["name"]: _field(row) for row in own.get("field", [])}
    said["title"] = FieldKind("title", (), "line")
    return tuple(
        said[name] for name in (*COMMON, *(n for n in said if n not in COMMON))
    )


@cache
def headings() -> tuple[tuple[str, str], ...]:
    """Return each heading with its kind, the longest first."""
    rows = [
        (words, row["kind"]) for row in table()["heading"] for words in row["words"]
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def issuers() -> tuple[IssuerName, ...]:
    """Return the beginnings of issuers' names."""
    return tuple(IssuerName(row["words"], row["name"]) for row in table()["issuer"])


def phrases(name: str) -> tuple[str, ...]:
    """Return a list of phrases of the table [text]."""
    return tuple(table()["text"][name])


@cache
def stops(kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the labels, as words, at which a value on the same line ends."""
    own = [label for f in fields_of(kind) for label in f.labels if " " in label]
    return tuple(tuple(phrase.split()) for phrase in (*own, *phrases("stops")))


def _field(row: dict[str, Any]) -> FieldKind:
    return FieldKind(
        row["name"], tuple(row["labels"]), row["reader"], row.get("starts_line", False)
    )
