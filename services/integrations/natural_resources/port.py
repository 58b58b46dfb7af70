"""What the environment ministry hands over, and what it is told of it afterwards."""

from typing import Protocol

from services.integrations.arriving import ArrivalSource
from services.integrations.generic_ministry.port import Said, Told


class NaturalResources(ArrivalSource, Protocol):
    """Citizens file there and look there; every call raises SystemUnavailable."""

    def tell_progress(self, line: Said) -> Told:
        """Tell one thing that happened to a dossier of theirs; twice is once."""

    def tell_result(self, dossier: Said) -> Told:
        """Bring a dossier of theirs up to date, its result with it; twice is once."""
