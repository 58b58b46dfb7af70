"""What the interlinked services hand over, and what they are told (contracts 5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

Said = dict[str, Any]  # a status in their names. Any: JSON


class Verdict(StrEnum):
    """What they make of a status we tell."""

    TAKEN = "taken"  # now or before, or there is nothing left to tell
    LATER = "later"  # an earlier step is not told yet
    REFUSED = "refused"  # it can never follow the step before


@dataclass(frozen=True)
class Told:
    """What they answered to a status; code and words are theirs."""

    verdict: Verdict
    code: str = ""
    words: str = ""


@dataclass(frozen=True)
class Waiting:
    """One declaration that waits to be fetched."""

    id: str
    unit: str  # maDonVi
    procedure: str  # maTTHC
    module: str  # LTKS, LTKT
    code: str  # maHoSo, of the bundle
    received_at: datetime
    technical_id: str = ""


@dataclass(frozen=True)
class SentFile:
    """A file of a declaration."""

    kind: str
    name: str
    data: bytes


@dataclass(frozen=True)
class Declaration:
    """A declaration whole: its fields by their names, and its files."""

    waiting: Waiting
    door: str  # portal it was filed at
    fields: Mapping[str, Any]  # Any: text, or the parts of an address
    files: tuple[SentFile, ...]


class InterlinkedServices(Protocol):
    """Every call raises SystemUnavailable when nobody answers."""

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what was not acknowledged yet, the oldest first."""

    def declaration(self, their_id: str) -> Declaration | None:
        """Return one whole; None when they do not have it (any more)."""

    def acknowledge(self, their_id: str) -> None:
        """Say that it is kept here; said twice is once."""

    def tell_status(self, status: Said) -> Told:
        """Tell what happened to one leg."""
