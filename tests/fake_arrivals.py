"""A system that hands dossiers over, in memory."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival


@dataclass
class FakeArrivals:
    """Hands over what a test filed there, until it is acknowledged."""

    filed: dict[str, Arrival] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    is_down: bool = False

    def waiting(self) -> tuple[str, ...]:
        """Return what nobody acknowledged."""
        self._answer()
        return tuple(code for code in self.filed if code not in self.acknowledged)

    def arrival(self, code: str) -> Arrival | None:
        """Return one whole."""
        self._answer()
        if code in self.unreadable:
            raise SystemUnavailable("arrival")
        return self.filed.get(code)

    def acknowledge(self, code: str, our_code: str) -> None:
        """Keep the first answer."""
        self._answer()
        self.acknowledged.setdefault(code, our_code)

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable("arrivals")
