"""What the national portal is told of a dossier, and what it is asked (contracts 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from services.integrations.arriving import ArrivalSource

# A HoSo or a TienDo in the words of the main contract, as the ledger keeps it. An
# adapter to another release of theirs puts it into that one's words. Any: JSON.
Said = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What they answered to a message; code and words are theirs."""

    is_taken: bool
    code: str = ""
    words: str = ""


@dataclass(frozen=True)
class KeptDossier:
    """A dossier as they have it, as far as it is compared with ours."""

    code: str
    status: int  # 1–10
    owner_name: str
    owner_number: str
    fee: int | None  # đồng, all lines together; None: they were not told
    has_result: bool | None


class Way(StrEnum):
    """How a dossier of a procedure may be handed in (KENH)."""

    DIRECT = "direct"
    ONLINE = "online"
    POSTAL = "postal"
    OTHER = "other"


@dataclass(frozen=True)
class NationalFee:
    """A fee as the national catalogue has it; without an amount it says so in words."""

    code: str
    amount: int | None
    words: str
    way: Way


@dataclass(frozen=True)
class NationalProcedure:
    """A procedure of the national catalogue."""

    code: str
    name: str
    is_public: bool
    promulgated_by: str
    sectors: tuple[str, ...]
    papers: tuple[tuple[str, str], ...]  # code, name
    results: tuple[tuple[str, str], ...]  # code, name
    fees: tuple[NationalFee, ...]


class NationalPortal(ArrivalSource, Protocol):
    """The national portal's side of the sync; it hands over what was filed there.

    Every call raises SystemUnavailable when nobody answers.
    """

    def save_dossier(self, dossier: Said) -> Told:
        """Create the dossier there, or bring it up to date; twice is once."""

    def tell_progress(self, lines: Sequence[Said]) -> Told:
        """Tell what happened, in the order of time; twice is once."""

    def find_dossier(self, code: str) -> tuple[KeptDossier, ...]:
        """Return what they have under this code: nothing, one, or too many."""

    def changed_dossiers(
        self, since: datetime, until: datetime
    ) -> tuple[KeptDossier, ...]:
        """Return the unit's dossiers that were received there between two moments."""

    def technical_id(self, number: str) -> str:
        """Return the person's number at their sign-in (TechID); empty: none."""

    def procedure(self, code: str) -> NationalProcedure | None:
        """Return a procedure of their catalogue."""

    def procedure_codes(self) -> tuple[str, ...]:
        """Return the codes of all procedures of their catalogue."""
