"""Figures of a bench: ratios, percentiles, verdicts and the table; nothing measured."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from rich.table import Table

KB = 1000
PUBLIC_BYTES, WIZARD_BYTES, OFFICER_BYTES = 250 * KB, 300 * KB, 500 * KB  # R35


@dataclass(frozen=True)
class Figure:
    """One line: the portal, what it is held against, and the most it may be."""

    name: str
    unit: str
    portal: float
    base: float | None = None
    base_is: str = ""
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return the portal's share of its base; none without a base."""
        return self.portal / self.base if self.base else None

    @property
    def verdict(self) -> str:
        """Say whether the limit holds; empty when there is none."""
        if self.limit is None:
            return ""
        return "holds" if self.portal <= self.limit else "over"


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that this share of the values does not pass."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


@dataclass(frozen=True)
class Timings:
    """Many equal acts: how long each took, and all of them together."""

    milliseconds: tuple[float, ...]
    seconds: float

    @property
    def median(self) -> float:
        """Return the act in the middle."""
        return median(self.milliseconds)

    @property
    def p95(self) -> float:
        """Return what nineteen of twenty acts do not pass."""
        return percentile(self.milliseconds, 0.95)

    @property
    def per_second(self) -> float:
        """Return how many acts were done in a second."""
        return len(self.milliseconds) / self.seconds


def together(parts: Iterable[Timings]) -> Timings:
    """Return acts that were measured in turns as one."""
    listed = list(parts)
    return Timings(
        tuple(time for part in listed for time in part.milliseconds),
        sum(part.seconds for part in listed),
    )


def is_over(figures: Iterable[Figure]) -> bool:
    """Tell whether any limit is broken."""
    return any(figure.verdict == "over" for figure in figures)


def as_records(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Return the figures as plain data; Any: JSON."""
    return [
        asdict(figure) | {"ratio": figure.ratio, "verdict": figure.verdict}
        for figure in figures
    ]


def as_table(figures: Sequence[Figure]) -> Table:
    """Return the table a person reads: ratios first, since machines differ."""
    table = Table(box=None, pad_edge=False)
    table.add_column("what")
    for heading in ("ratio", "portal", "against"):
        table.add_column(heading, justify="right")
    for heading in ("which is", "limit"):
        table.add_column(heading)
    for figure in figures:
        ratio = figure.ratio
        table.add_row(
            figure.name,
            f"{ratio:.2f}" if ratio is not None else "",
            f"{figure.portal:,.1f} {figure.unit}",
            f"{figure.base:,.1f}" if figure.base is not None else "",
            figure.base_is,
            _limit(figure),
        )
    return table


def _limit(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return f"{figure.verdict} ({figure.limit:,.0f})"
