"""What the portal asks of the mobile carriers, in the portal's words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Subscriber:
    """What a person says about the number they hold (thuê bao)."""

    phone: str
    full_name: str
    birth_date: date
    citizen_id: str


class MobileCarriers(Protocol):
    """The carriers, which know who registered each number."""

    def verify_subscriber(self, subscriber: Subscriber) -> bool:
        """Tell whether name, birth date and number of papers are those registered.

        The answer is only yes or no, never which of the three differs. Raises
        SystemUnavailable when the carrier does not say.
        """
