"""What a courier does: it puts a message into a system's words and hands it over."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from services.outbox.models import MessageKind, OutboxMessage, Outward
from services.work import Systems, Work


class Outcome(StrEnum):
    """How a try ended."""

    DELIVERED = "delivered"  # “already exists” is delivered, too
    REFUSED = "refused"  # for what it says: a person must look
    LATER = "later"  # not yet, they say: an earlier step is not done there
    UNAVAILABLE = "unavailable"  # no answer, or one that cannot be read


@dataclass(frozen=True)
class Answer:
    """What a system answered."""

    outcome: Outcome
    code: str = ""
    words: str = ""
    their_reference: str = ""
    retry_after: float | None = None  # seconds


@dataclass(frozen=True)
class Parcel:
    """A message on its way."""

    id: UUID
    system: Outward
    kind: MessageKind
    key: str  # the same at every try (OB-2)
    dossier_id: UUID | None
    tries: int
    said: dict[str, Any]  # Any: their words, JSON


class CannotSay(Exception):
    """What the message needs is not there; `field` names it for the officer."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Courier(Protocol):
    """One system's courier."""

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return what is sent, from the database as it is now; may raise CannotSay."""

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it, outside any transaction; SystemUnavailable when nobody answers."""

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Note what follows here from a message they took, in the same transaction."""


Couriers = Mapping[Outward, Courier]
