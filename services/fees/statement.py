"""What a dossier costs, line by line, as it is shown and then frozen (C14)."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.fees.rule import Due


@dataclass(frozen=True)
class FeeLine:
    """A fee or charge; without an amount the agency has to be asked.

    The first four are all that a catalogue without rules knows.
    """

    kind: str
    amount: int | None
    needs_confirmation: bool
    note: str
    name: str = ""
    row: str = ""  # number of the row it counts, of a repeated group
    rates: tuple[tuple[int, int], ...] = ()  # from which unit on, so much each
    cap: int | None = None
    units: int | None = None
    unit: str = ""
    items: int | None = None
    item: str = ""
    full_amount: int | None = None  # before any relief
    basis: str = ""
    relief: str = ""
    relief_percent: int = 0
    relief_basis: str = ""
    due: str = Due.RECEPTION.value
    rule: str = ""  # which rule, in force from when


@dataclass(frozen=True)
class Ground:
    """A ground on which one may pay less, and the paper that proves it."""

    code: str
    words: str
    proof: str
    is_known: bool  # the agency can look it up


@dataclass(frozen=True)
class Statement:
    """The lines, the grounds there are, and the one chosen."""

    lines: tuple[FeeLine, ...] = ()
    grounds: tuple[Ground, ...] = ()
    chosen: Ground | None = None


def total_of(lines: Iterable[FeeLine]) -> int | None:
    """Return the sum in whole đồng; None while any line is not known."""
    total = 0
    for line in lines:
        if line.amount is None:
            return None
        total += line.amount
    return total


def amount_due_now(lines: Iterable[FeeLine]) -> int:
    """Return what is to be paid before the dossier is handed in (issue 5).

    A line without an amount is never due now: nobody pays what is not told.
    """
    return sum(line.amount or 0 for line in lines if line.due == Due.NOW)
