"""What a ministry is told of a dossier by the shared contract (SBX-A, contracts 5.12)."""

from dataclasses import dataclass
from typing import Any, Protocol

Said = dict[str, Any]  # HoSo, TienDo or a record in their words. Any: JSON.


@dataclass(frozen=True)
class Told:
    """What they answered; code and words are theirs."""

    is_taken: bool
    code: str = ""
    words: str = ""
    reference: str = ""  # their number of it, where they give one


class DossierSync(Protocol):
    """Every call raises SystemUnavailable when nobody answers."""

    def save_dossier(self, dossier: Said) -> Told:
        """Create the dossier there, or bring it up to date; twice is once."""

    def tell_progress(self, line: Said) -> Told:
        """Tell one thing that happened to it; twice is once."""


class RecordSync(DossierSync, Protocol):
    """A ministry that also keeps what was issued: a permit, a document."""

    def save_record(self, record: Said) -> Told:
        """Hand over what was issued, or its correction; the same number is the same."""
