"""An answer as it is kept and shown: facts, and tables by name; texts only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import TypeAdapter

from services.core.identifiers import mask_name

Value = str | int | date | None
MAIN = "rows"  # the table that pages and is exported
# Owners of dossiers are people; who put capital in is not for everybody (R40).
NAMES_OF_PEOPLE = ("owner", "summary")
FOR_OFFICERS = ("members",)


@dataclass(frozen=True)
class Grid:
    """One table; days are ISO 8601, sums are digits."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Told:
    """What a register answered; nothing found is an answer, too."""

    facts: tuple[tuple[str, str], ...] = ()
    grids: dict[str, Grid] = field(default_factory=dict)
    is_cut: bool = False  # there was more than we take

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return not self.facts and not any(grid.rows for grid in self.grids.values())


TOLD = TypeAdapter(Told)


def facts_of(values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """Return what is known, in order; what is not is left out."""
    written = ((name, write(value)) for name, value in values.items())
    return tuple((name, text) for name, text in written if text)


def grid_of(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Grid:
    """Return a table of texts."""
    written = (tuple(write(value) for value in row) for row in rows)
    return Grid(tuple(columns), tuple(written))


def write(value: Value) -> str:
    """Return a value as text."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def for_everybody(told: Told) -> Told:
    """Return what anybody may read: people masked, some tables left out (PII-4)."""
    facts = tuple((name, _masked(name, text)) for name, text in told.facts)
    grids = {
        name: _masked_grid(grid)
        for name, grid in told.grids.items()
        if name not in FOR_OFFICERS
    }
    return replace(told, facts=facts, grids=grids)


def _masked_grid(grid: Grid) -> Grid:
    rows = (
        tuple(_masked(name, text) for name, text in zip(grid.columns, row, strict=True))
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def _masked(name: str, text: str) -> str:
    if name == "summary":
        return ""  # free words: a name may stand anywhere in them
    return mask_name(text) if name in NAMES_OF_PEOPLE and text else text
