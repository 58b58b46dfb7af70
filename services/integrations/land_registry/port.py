"""What the land registry is told, and what it tells us, in the portal's words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from services.integrations.generic_ministry.port import Told

Said = dict[str, Any]  # JSON; a file is named by our id, the adapter adds its bytes


class LandCall(StrEnum):
    """What the land registry tells us of a dossier."""

    MOVED = "moved"  # passed on among its officers
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENT_TAKEN = "supplement_taken"
    TAXES = "taxes"
    ENDED = "ended"


@dataclass(frozen=True)
class LandLink:
    """A paper of theirs: what it is, and where it lies."""

    words: str
    address: str


@dataclass(frozen=True)
class LandTold:
    """One thing they tell; `number` is the code of our dossier."""

    call: LandCall
    number: str
    at: datetime  # there
    words: str = ""
    links: tuple[LandLink, ...] = ()  # of tax notices, or of results
    has_result: bool = False  # of ENDED: decided, not given back or withdrawn


class LandRegistry(Protocol):
    """Every call raises SystemUnavailable when nobody answers."""

    def receive(self, dossier: Said) -> Told:
        """Hand a received dossier over, with its papers; twice is once."""

    def tell_supplement(self, said: Said) -> Told:
        """Tell that the citizen supplemented what was asked for."""

    def tell_returned(self, said: Said) -> Told:
        """Tell that the result was given."""

    def fetch(self, address: str) -> bytes | None:
        """Return a paper of theirs; None for an address that is not theirs."""
