"""What the civil status registry is told, and what it answers (contracts 5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

# A declaration in their names, `hoSo` in fields; the adapter puts `hoSo` into the XML
# or the JSON text each of their two calls wants. Any: JSON.
Said = dict[str, Any]


class EntryState(StrEnum):
    """Where a declaration stands with the registry."""

    FAULT = "fault"  # they cannot read it
    WAITING = "waiting"
    SUPPLEMENT = "supplement"  # they ask for more, in words
    ELIGIBLE = "eligible"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True)
class Told:
    """What they answered to a declaration; code and words are theirs."""

    is_taken: bool
    code: str = ""
    words: str = ""


@dataclass(frozen=True)
class Entry:
    """What they say of a declaration; number and paper come with the last state."""

    code: str  # of our dossier
    state: EntryState
    words: str = ""
    number: str = ""  # soDangKy
    book: str = ""  # quyenSo
    page: str = ""  # trangSo
    personal_number: str = ""  # soDinhDanh
    registered_on: date | None = None
    registrar: str = ""
    supplement_by: date | None = None
    paper: bytes = b""  # the PDF of the entry


class CivilStatusRegistry(Protocol):
    """Every call raises SystemUnavailable when nobody answers."""

    def declare(self, declaration: Said) -> Told:
        """Hand a declaration in; one they have already is taken."""

    def entries(self, module: str, codes: Sequence[str]) -> tuple[Entry, ...]:
        """Return what became of these dossiers; one they do not know is left out."""

    def state_of(self, unit: str, code: str) -> Entry | None:
        """Return the state of one dossier, without its paper; None: not there."""
