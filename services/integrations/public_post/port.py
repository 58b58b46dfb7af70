"""What the portal asks of the public post: a price, an order, where a parcel is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True)
class Party:
    """Somebody who gives or takes a parcel; districts are no more since 2025."""

    name: str
    phone: str
    address: str
    province: int | None = None  # number of the province
    commune: str = ""  # its code


@dataclass(frozen=True)
class Order:
    """One journey; the number is ours, and the same number is the same order."""

    number: str
    sender: Party
    receiver: Party
    description: str
    pickup_day: date | None = None
    pickup_part: str = ""


class ParcelStage(StrEnum):
    """What the post says of a parcel; its own numbers stay in the adapter."""

    ACCEPTED = "accepted"
    COLLECTED = "collected"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    FAILED = "failed"  # nobody was there; it is tried again
    RETURNED = "returned"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ParcelEvent:
    """One line of the tracking; `id` is the cursor that leads to the next."""

    id: str
    order_number: str
    parcel: str
    stage: ParcelStage
    words: str
    at: datetime


class PostRefused(Exception):
    """The post answers that it does not take this order, and why in its words."""


class PushRefused(Exception):
    """What was pushed is not the post's, or cannot be read."""

    def __init__(self, is_forged: bool) -> None:
        super().__init__("forged" if is_forged else "unreadable")
        self.is_forged = is_forged


class PublicPost(Protocol):
    """The public post (bưu chính công ích, contracts 5.10).

    Every call raises SystemUnavailable when the post does not answer.
    """

    def quote(self, sender: Party, receiver: Party) -> int:
        """Return what a journey costs, in đồng. Raises PostRefused."""

    def create(self, order: Order) -> None:
        """Order a journey; one already ordered is done. Raises PostRefused."""

    def cancel(self, number: str) -> bool:
        """Take an order back; false when the post cannot any more."""

    def track(self, after: str, most: int) -> tuple[ParcelEvent, ...]:
        """Return what happened after this cursor, the oldest first."""

    def read_push(self, body: bytes, signature: str) -> ParcelEvent | None:
        """Return a line the post pushes; None: another customer's. Raises PushRefused."""
